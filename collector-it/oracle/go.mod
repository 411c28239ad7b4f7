module gentrace-otel.example/oracle

go 1.24

// The version that the collector of otelcol/builder.yaml is built with.
require go.yaml.in/yaml/v3 v3.0.5
