package ai.gentrace.otel.it.app;

import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.Contexts;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.ServerCalls;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A service that is called over gRPC, instrumented as a server and its callers as clients are. */
public final class GrpcPeer implements AutoCloseable {
  private static final String METHOD_NAME = "app.Assistant/Ask";
  private static final MethodDescriptor<byte[], byte[]> METHOD =
      MethodDescriptor.<byte[], byte[]>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName(METHOD_NAME)
          .setRequestMarshaller(new Bytes())
          .setResponseMarshaller(new Bytes())
          .build();
  private static final io.grpc.Context.Key<Context> CALLER = io.grpc.Context.key("caller");

  private final Server server;
  private final ManagedChannel channel;

  private GrpcPeer(Server server, ManagedChannel channel) {
    this.server = server;
    this.channel = channel;
  }

  /**
   * Starts it.
   *
   * @param service whose spans it makes
   * @param work what a call does, inside the server span
   */
  public static GrpcPeer start(Service service, Runnable work) throws IOException {
    ServerServiceDefinition definition =
        ServerServiceDefinition.builder("app.Assistant")
            .addMethod(
                METHOD,
                ServerCalls.asyncUnaryCall(
                    (request, answer) -> {
                      service.serve(METHOD_NAME, CALLER.get(), work);
                      answer.onNext(new byte[0]);
                      answer.onCompleted();
                    }))
            .build();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(ServerInterceptors.intercept(definition, new Extracting(service)))
            .build()
            .start();
    return new GrpcPeer(
        server,
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build());
  }

  /** Calls it, inside a client span of the caller. */
  public void call(Service caller) {
    Span span = caller.tracer().spanBuilder(METHOD_NAME).setSpanKind(SpanKind.CLIENT).startSpan();
    try {
      Metadata metadata = new Metadata();
      caller
          .propagator()
          .inject(
              Context.current().with(span),
              metadata,
              (carrier, key, value) -> {
                if (carrier != null) {
                  carrier.put(key(key), value);
                }
              });
      ClientCalls.blockingUnaryCall(
          ClientInterceptors.intercept(
              channel, MetadataUtils.newAttachHeadersInterceptor(metadata)),
          METHOD,
          CallOptions.DEFAULT,
          new byte[0]);
    } finally {
      span.end();
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  /** Reads the caller's context from the metadata. */
  private record Extracting(Service service) implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
      Context caller = service.propagator().extract(Context.root(), metadata, new Getter());
      return Contexts.interceptCall(
          io.grpc.Context.current().withValue(CALLER, caller), call, metadata, next);
    }
  }

  private static final class Getter implements TextMapGetter<Metadata> {
    @Override
    public Iterable<String> keys(Metadata carrier) {
      return carrier.keys();
    }

    @Override
    public @Nullable String get(@Nullable Metadata carrier, String key) {
      return carrier == null ? null : carrier.get(key(key));
    }
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try (stream) {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
