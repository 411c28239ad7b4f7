package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.report.Style;
import ai.gentrace.otel.cli.run.verify.Proof;
import ai.gentrace.otel.cli.run.verify.Verdict;
import ai.gentrace.otel.cli.run.verify.VerifyReport;
import ai.gentrace.otel.cli.run.verify.VerifyReport.Remark;
import java.util.List;
import java.util.regex.Pattern;

/** Prints a verification as a table of proofs. */
final class VerifyText {
  private static final int LONGEST_STATEMENT = 76;
  private static final String INDENT = "      ";

  /** User and password in a URL, or a header. */
  private static final Pattern CREDENTIALS =
      Pattern.compile("(?i)://[^/\\s]*@|authorization|api[-_]?key");

  private final Console console;
  private final Style style;

  VerifyText(Console console) {
    this.console = console;
    this.style = console.style();
  }

  void print(VerifyReport report, List<String> files) {
    console.result(
        String.join(" + ", files)
            + ": a copy was run by the collector, "
            + report.collector()
            + "; nothing left this machine");
    console.result("");
    int width =
        report.proofs().stream()
            .mapToInt(proof -> proof.statement().length())
            .filter(length -> length <= LONGEST_STATEMENT)
            .max()
            .orElse(0);
    for (Proof proof : report.proofs()) {
      print(proof, width);
    }
    if (!report.remarks().isEmpty() || !report.copy().isEmpty()) {
      console.result("");
    }
    report.remarks().forEach(remark -> remark("note", remark));
    report.copy().forEach(remark -> remark("copy", remark));
    console.result("");
    console.result(summary(report));
  }

  private void print(Proof proof, int width) {
    String statement = proof.statement();
    String padding = " ".repeat(Math.max(0, width - statement.length()));
    String counts = proof.counts().isEmpty() ? "" : padding + "  " + proof.counts();
    console.result(word(proof.verdict()) + "  " + statement + counts);
    proof.details().forEach(detail -> console.result(INDENT + detail));
    if (proof.blame() != null) {
      console.result(INDENT + proof.blame() + quote(proof, proof.blame()));
    }
    if (proof.remedy() != null) {
      console.result(INDENT + style.cyan("help:") + " " + proof.remedy());
    }
  }

  /** The blamed line, unless it may hold a key. */
  private static String quote(Proof proof, Place blame) {
    String line = blame.source().fileLine(blame.start()).strip();
    return proof.id().equals("authorization") || CREDENTIALS.matcher(line).find()
        ? ""
        : ": " + line;
  }

  private String word(Verdict verdict) {
    return switch (verdict) {
      case HOLDS -> style.green("ok  ");
      case FAILS -> style.red("FAIL");
      case NOT_COMPARABLE -> style.yellow("--  ");
      case NO_VERDICT -> style.yellow("??  ");
      case NOT_LOOKED_AT -> "-   ";
    };
  }

  private void remark(String label, Remark remark) {
    String place = remark.place() == null ? "" : " (" + remark.place() + ")";
    console.result(style.cyan(label + ":") + " " + remark.text() + place);
  }

  private static String summary(VerifyReport report) {
    long failed = count(report, Verdict.FAILS);
    long held = count(report, Verdict.HOLDS);
    long open = count(report, Verdict.NO_VERDICT);
    long incomparable = count(report, Verdict.NOT_COMPARABLE);
    StringBuilder text = new StringBuilder();
    text.append(held).append(" of ").append(report.proofs().size()).append(" proofs hold");
    if (failed > 0) {
      text.append(", ").append(failed).append(failed == 1 ? " fails" : " fail");
    }
    if (open > 0) {
      text.append(", ").append(open).append(" without a verdict");
    }
    if (incomparable > 0) {
      text.append(", ").append(incomparable).append(" not comparable");
    }
    return text.toString();
  }

  private static long count(VerifyReport report, Verdict verdict) {
    return report.proofs().stream().filter(proof -> proof.verdict() == verdict).count();
  }
}
