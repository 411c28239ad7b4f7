package ai.gentrace.otel.benchmarks.start;

/** The least that a JVM can do. */
public final class Hello {
  private Hello() {}

  /** Prints one line. */
  public static void main(String... arguments) {
    System.out.println("hello");
  }
}
