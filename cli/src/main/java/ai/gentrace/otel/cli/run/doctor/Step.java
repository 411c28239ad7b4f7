package ai.gentrace.otel.cli.run.doctor;

/**
 * One of the guide's five steps.
 *
 * @param question what it asks
 * @param finding what was seen, as a sentence without a full stop
 * @param next what to do now; empty where there is nothing to do
 */
public record Step(Question question, StepVerdict verdict, String finding, String next) {

  /** The guide's questions, in its order. */
  public enum Question {
    MARKED(1, "are spans marked?"),
    CONFIGURED(2, "is the configuration right?"),
    KEY(3, "is the API key set and well formed?"),
    ACCEPTED(4, "does Gentrace accept?"),
    REACHED(5, "can the collector be reached?");

    private final int number;
    private final String words;

    Question(int number, String words) {
      this.number = number;
      this.words = words;
    }

    /** Its place in the guide, from 1. */
    public int number() {
      return number;
    }

    /** The question in words. */
    public String words() {
      return words;
    }

    Step ok(String finding, String next) {
      return step(StepVerdict.OK, finding, next);
    }

    Step fail(String finding, String next) {
      return step(StepVerdict.FAIL, finding, next);
    }

    Step noVerdict(String finding, String next) {
      return step(StepVerdict.NO_VERDICT, finding, next);
    }

    Step notLookedAt(String finding, String next) {
      return step(StepVerdict.NOT_LOOKED_AT, finding, next);
    }

    private Step step(StepVerdict verdict, String finding, String next) {
      return new Step(this, verdict, finding, next);
    }
  }
}
