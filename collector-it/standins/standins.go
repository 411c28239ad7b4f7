// Package standins has factories that take the place of components which cannot be built here: they have the same kind,
// name and signals, take any settings, and do nothing. With them `otelcol validate` judges structure, wiring and signals
// of configs that use those components. For tests only.
package standins

import (
	"context"
	"strings"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/consumer/xconsumer"
	"go.opentelemetry.io/collector/exporter"
	"go.opentelemetry.io/collector/exporter/xexporter"
	"go.opentelemetry.io/collector/extension"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/pprofile"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/xprocessor"
	"go.opentelemetry.io/collector/receiver"
	"go.opentelemetry.io/collector/receiver/xreceiver"
)

const stability = component.StabilityLevelDevelopment

// settings takes whatever stands in the config.
type settings struct{}

func (*settings) Unmarshal(*confmap.Conf) error { return nil }

func defaults() component.Config { return &settings{} }

// idle is every component: it takes all signals and keeps nothing.
type idle struct {
	component.StartFunc
	component.ShutdownFunc
}

func (idle) Capabilities() consumer.Capabilities                      { return consumer.Capabilities{} }
func (idle) ConsumeTraces(context.Context, ptrace.Traces) error       { return nil }
func (idle) ConsumeMetrics(context.Context, pmetric.Metrics) error    { return nil }
func (idle) ConsumeLogs(context.Context, plog.Logs) error             { return nil }
func (idle) ConsumeProfiles(context.Context, pprofile.Profiles) error { return nil }

// has tells whether a component has a signal; of one whose signals are not known, "?", it is taken that it has all.
func has(signals, signal string) bool {
	return signals == "?" || strings.Contains(signals, signal)
}

// Receiver makes a receiver for signals such as "tml".
func Receiver(name, signals string) receiver.Factory {
	var options []xreceiver.FactoryOption
	if has(signals, "t") {
		options = append(options, xreceiver.WithTraces(
			func(context.Context, receiver.Settings, component.Config, consumer.Traces) (receiver.Traces, error) {
				return idle{}, nil
			}, stability))
	}
	if has(signals, "m") {
		options = append(options, xreceiver.WithMetrics(
			func(context.Context, receiver.Settings, component.Config, consumer.Metrics) (receiver.Metrics, error) {
				return idle{}, nil
			}, stability))
	}
	if has(signals, "l") {
		options = append(options, xreceiver.WithLogs(
			func(context.Context, receiver.Settings, component.Config, consumer.Logs) (receiver.Logs, error) {
				return idle{}, nil
			}, stability))
	}
	if has(signals, "p") {
		options = append(options, xreceiver.WithProfiles(
			func(context.Context, receiver.Settings, component.Config, xconsumer.Profiles) (xreceiver.Profiles, error) {
				return idle{}, nil
			}, stability))
	}
	return xreceiver.NewFactory(component.MustNewType(name), defaults, options...)
}

// Processor makes a processor for signals such as "tml".
func Processor(name, signals string) processor.Factory {
	var options []xprocessor.FactoryOption
	if has(signals, "t") {
		options = append(options, xprocessor.WithTraces(
			func(context.Context, processor.Settings, component.Config, consumer.Traces) (processor.Traces, error) {
				return idle{}, nil
			}, stability))
	}
	if has(signals, "m") {
		options = append(options, xprocessor.WithMetrics(
			func(context.Context, processor.Settings, component.Config, consumer.Metrics) (processor.Metrics, error) {
				return idle{}, nil
			}, stability))
	}
	if has(signals, "l") {
		options = append(options, xprocessor.WithLogs(
			func(context.Context, processor.Settings, component.Config, consumer.Logs) (processor.Logs, error) {
				return idle{}, nil
			}, stability))
	}
	if has(signals, "p") {
		options = append(options, xprocessor.WithProfiles(
			func(context.Context, processor.Settings, component.Config, xconsumer.Profiles) (xprocessor.Profiles, error) {
				return idle{}, nil
			}, stability))
	}
	return xprocessor.NewFactory(component.MustNewType(name), defaults, options...)
}

// Exporter makes an exporter for signals such as "tml".
func Exporter(name, signals string) exporter.Factory {
	var options []xexporter.FactoryOption
	if has(signals, "t") {
		options = append(options, xexporter.WithTraces(
			func(context.Context, exporter.Settings, component.Config) (exporter.Traces, error) {
				return idle{}, nil
			}, stability))
	}
	if has(signals, "m") {
		options = append(options, xexporter.WithMetrics(
			func(context.Context, exporter.Settings, component.Config) (exporter.Metrics, error) {
				return idle{}, nil
			}, stability))
	}
	if has(signals, "l") {
		options = append(options, xexporter.WithLogs(
			func(context.Context, exporter.Settings, component.Config) (exporter.Logs, error) {
				return idle{}, nil
			}, stability))
	}
	if has(signals, "p") {
		options = append(options, xexporter.WithProfiles(
			func(context.Context, exporter.Settings, component.Config) (xexporter.Profiles, error) {
				return idle{}, nil
			}, stability))
	}
	return xexporter.NewFactory(component.MustNewType(name), defaults, options...)
}

// Extension makes an extension; it has no signals.
func Extension(name, _ string) extension.Factory {
	return extension.NewFactory(component.MustNewType(name), defaults,
		func(context.Context, extension.Settings, component.Config) (extension.Extension, error) {
			return idle{}, nil
		}, stability)
}
