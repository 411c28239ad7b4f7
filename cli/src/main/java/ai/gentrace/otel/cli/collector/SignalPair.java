package ai.gentrace.otel.cli.collector;

/** What a connector takes from one pipeline and gives to another. */
public record SignalPair(Signal from, Signal to) {}
