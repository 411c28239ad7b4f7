package ai.gentrace.otel.cli.yaml.edit;

import static ai.gentrace.otel.cli.yaml.edit.EditorTest.check;

import org.junit.jupiter.api.Test;

class FlowStyleTest {
  @Test
  void fillsFlowMapsOnOneLine() {
    check(
        """
        processors: {batch: {}}
        exporters: {debug: {}, }
        service: {pipelines: {traces: {receivers: [otlp]}}}
        """,
        """
        processors: {batch: {}, filter/g: {mode: ignore, conditions: ['a["b"] != "c"']}}
        exporters: {debug: {}, otlp/g: {queue: {size: 10}}, }
        service: {pipelines: {traces: {receivers: [otlp]}, traces/g: {receivers: [otlp], exporters: [otlp/g]}}}
        """);
  }

  @Test
  void fillsFlowMapsOverSeveralLines() {
    check(
        """
        processors: {
          batch: {}, # c
        }
        exporters: {
          debug: {} # d
        }
        service: {pipelines: {
          traces: {receivers: [otlp]}
        }}
        """,
        """
        processors: {
          batch: {}, # c
          filter/g: {
            mode: ignore,
            conditions: ['a["b"] != "c"']
          },
        }
        exporters: {
          debug: {}, # d
          otlp/g: {
            queue: {
              size: 10
            }
          }
        }
        service: {pipelines: {
          traces: {receivers: [otlp]},
          traces/g: {
            receivers: [otlp],
            exporters: [otlp/g]
          }
        }}
        """);
  }

  @Test
  void keepsAnEmptyValueInAFlowMapApartFromTheComma() {
    check(
        """
        processors: {batch: }
        exporters: {debug: }
        service: {pipelines: {traces: {receivers: [otlp]}}}
        """,
        """
        processors: {batch: , filter/g: {mode: ignore, conditions: ['a["b"] != "c"']} }
        exporters: {debug: , otlp/g: {queue: {size: 10}} }
        service: {pipelines: {traces: {receivers: [otlp]}, traces/g: {receivers: [otlp], exporters: [otlp/g]}}}
        """);
  }

  @Test
  void keepsJsonJson() {
    check(
        """
        {"processors": {},
         "exporters": {"debug": {}},
         "service": {"pipelines": {"traces": {"receivers": ["otlp"]}}}}
        """,
        """
        {"processors": {"filter/g": {"mode": "ignore", "conditions": ["a[\\"b\\"] != \\"c\\""]}},
         "exporters": {"debug": {}, "otlp/g": {"queue": {"size": 10}}},
         "service": {"pipelines": {"traces": {"receivers": ["otlp"]}, "traces/g": {"receivers": ["otlp"], "exporters": ["otlp/g"]}}}}
        """);
  }
}
