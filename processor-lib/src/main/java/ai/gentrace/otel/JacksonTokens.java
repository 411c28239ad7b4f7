package ai.gentrace.otel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A buffer of tokens that refuses to grow beyond a limit, for what Jackson walks through itself.
 */
final class JacksonTokens extends JsonGeneratorDelegate {
  private static final int MAX_LEVELS = 64;

  private final TokenBuffer buffer;
  private final int limit;
  private int count;

  JacksonTokens(int limit) {
    // Without a codec, objects stay objects in the buffer.
    this(new TokenBuffer((ObjectCodec) null, false), limit);
  }

  private JacksonTokens(TokenBuffer buffer, int limit) {
    super(buffer, true);
    this.buffer = buffer;
    this.limit = limit;
  }

  JacksonTokens another() {
    return new JacksonTokens(limit);
  }

  JsonParser asParser() {
    return buffer.asParser();
  }

  private void count() throws IOException {
    if (++count > limit) {
      throw new IOException("More values than the text can hold.");
    }
  }

  private void open() throws IOException {
    count();
    if (getOutputContext().getNestingDepth() > MAX_LEVELS) {
      throw new IOException("More levels than the text can hold.");
    }
  }

  @Override
  public void writeStartArray() throws IOException {
    open();
    super.writeStartArray();
  }

  @Override
  public void writeStartArray(@Nullable Object forValue) throws IOException {
    open();
    super.writeStartArray(forValue);
  }

  @Override
  public void writeStartArray(@Nullable Object forValue, int size) throws IOException {
    open();
    super.writeStartArray(forValue, size);
  }

  @Override
  public void writeStartObject() throws IOException {
    open();
    super.writeStartObject();
  }

  @Override
  public void writeStartObject(@Nullable Object forValue) throws IOException {
    open();
    super.writeStartObject(forValue);
  }

  @Override
  public void writeFieldName(String name) throws IOException {
    count();
    super.writeFieldName(name);
  }

  @Override
  public void writeFieldName(SerializableString name) throws IOException {
    count();
    super.writeFieldName(name);
  }

  @Override
  public void writeString(@Nullable String text) throws IOException {
    count();
    super.writeString(text);
  }

  @Override
  public void writeNumber(int number) throws IOException {
    count();
    super.writeNumber(number);
  }

  @Override
  public void writeNumber(long number) throws IOException {
    count();
    super.writeNumber(number);
  }

  @Override
  public void writeNumber(double number) throws IOException {
    count();
    super.writeNumber(number);
  }

  @Override
  public void writeNumber(@Nullable BigInteger number) throws IOException {
    count();
    super.writeNumber(number);
  }

  @Override
  public void writeNumber(@Nullable BigDecimal number) throws IOException {
    count();
    super.writeNumber(number);
  }

  @Override
  public void writeBoolean(boolean value) throws IOException {
    count();
    super.writeBoolean(value);
  }

  @Override
  public void writeNull() throws IOException {
    count();
    super.writeNull();
  }

  @Override
  public void writePOJO(@Nullable Object value) throws IOException {
    count();
    super.writePOJO(value);
  }
}
