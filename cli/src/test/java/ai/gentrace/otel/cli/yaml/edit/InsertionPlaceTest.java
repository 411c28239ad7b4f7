package ai.gentrace.otel.cli.yaml.edit;

import static ai.gentrace.otel.cli.yaml.edit.EditorTest.check;

import org.junit.jupiter.api.Test;

class InsertionPlaceTest {
  @Test
  void replacesNothingsAndKeepsTheirComments() {
    check(
        """
        processors: {} # none yet
        exporters: ~ # later
        service:
          pipelines: null # soon
        """,
        """
        processors: # none yet
          # gentrace-otel: was {}
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'
        exporters: # later
          # gentrace-otel: was ~
          otlp/g:
            queue: {size: 10} # small
        service:
          pipelines: # soon
            # gentrace-otel: was null
            traces/g:
              receivers: [otlp]
              exporters: [otlp/g]
        """);
  }

  @Test
  void fillsAKeyWithoutValueBehindItsComments() {
    check(
        """
        processors: # none
          # deeper
        # not deeper
        exporters:
        service:
          pipelines:
        """,
        """
        processors: # none
          # deeper
          # gentrace-otel: was empty
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'
        # not deeper
        exporters:
          # gentrace-otel: was empty
          otlp/g:
            queue: {size: 10} # small
        service:
          pipelines:
            # gentrace-otel: was empty
            traces/g:
              receivers: [otlp]
              exporters: [otlp/g]
        """);
  }

  @Test
  void addsMissingSectionsBehindTheLastAndItsComments() {
    check(
        """
        receivers:
          otlp:

        # about exporters
        exporters:
          debug:
          # last
        # end
        """,
        """
        receivers:
          otlp:

        # about exporters
        exporters:
          debug:
          # last
          otlp/g:
            queue: {size: 10} # small
        # end

        processors:
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'

        service:
          pipelines:
            traces/g:
              receivers: [otlp]
              exporters: [otlp/g]
        """);
  }

  @Test
  void stopsBeforeTheEndOfTheDocument() {
    check(
        """
        %YAML 1.1
        ---
        processors:
          batch:
        exporters:
          debug:
        service:
          pipelines:
            traces:
              receivers: [otlp]
        ...
        # behind
        ---
        other: 1
        """,
        """
        %YAML 1.1
        ---
        processors:
          batch:
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'
        exporters:
          debug:
          otlp/g:
            queue: {size: 10} # small
        service:
          pipelines:
            traces:
              receivers: [otlp]
            traces/g:
              receivers: [otlp]
              exporters: [otlp/g]
        ...
        # behind
        ---
        other: 1
        """);
  }

  @Test
  void goesBeforeABlockScalarThatEndsTheFile() {
    check(
        """
        exporters:
          debug:
        service:
          pipelines:
            traces:
              receivers: [otlp]
        processors:
          transform:
            text: |
              last line""",
        """
        exporters:
          debug:
          otlp/g:
            queue: {size: 10} # small
        service:
          pipelines:
            traces:
              receivers: [otlp]
            traces/g:
              receivers: [otlp]
              exporters: [otlp/g]
        processors:
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'
          transform:
            text: |
              last line""");
  }

  @Test
  void goesBehindABlockScalarThatALineBreakEnds() {
    check(
        """
        processors:
          transform:
            text: |+
              # no comment

        exporters:
          debug:
        service:
          pipelines:
            traces:
              receivers: [otlp]
        """,
        """
        processors:
          transform:
            text: |+
              # no comment

          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'
        exporters:
          debug:
          otlp/g:
            queue: {size: 10} # small
        service:
          pipelines:
            traces:
              receivers: [otlp]
            traces/g:
              receivers: [otlp]
              exporters: [otlp/g]
        """);
  }

  @Test
  void endsWithoutALineBreakWhereTheFileDid() {
    check(
        """
        processors:
          batch:
        exporters:
          debug:
        service:
          pipelines:
            traces:
              receivers: [otlp] # c""",
        """
        processors:
          batch:
          # The gate.
          filter/g:
            mode: ignore
            conditions: # dropped when true
              - 'a["b"] != "c"'
        exporters:
          debug:
          otlp/g:
            queue: {size: 10} # small
        service:
          pipelines:
            traces:
              receivers: [otlp] # c
            traces/g:
              receivers: [otlp]
              exporters: [otlp/g]""");
  }
}
