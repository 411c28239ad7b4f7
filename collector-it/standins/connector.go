package standins

import (
	"context"
	"strings"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/connector"
	"go.opentelemetry.io/collector/connector/xconnector"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/consumer/xconsumer"
)

// pairs has an option for each pair of signals that a connector may join.
var pairs = map[string]xconnector.FactoryOption{
	"tt": xconnector.WithTracesToTraces(
		func(context.Context, connector.Settings, component.Config, consumer.Traces) (connector.Traces, error) {
			return idle{}, nil
		}, stability),
	"tm": xconnector.WithTracesToMetrics(
		func(context.Context, connector.Settings, component.Config, consumer.Metrics) (connector.Traces, error) {
			return idle{}, nil
		}, stability),
	"tl": xconnector.WithTracesToLogs(
		func(context.Context, connector.Settings, component.Config, consumer.Logs) (connector.Traces, error) {
			return idle{}, nil
		}, stability),
	"tp": xconnector.WithTracesToProfiles(
		func(context.Context, connector.Settings, component.Config, xconsumer.Profiles) (connector.Traces, error) {
			return idle{}, nil
		}, stability),
	"mt": xconnector.WithMetricsToTraces(
		func(context.Context, connector.Settings, component.Config, consumer.Traces) (connector.Metrics, error) {
			return idle{}, nil
		}, stability),
	"mm": xconnector.WithMetricsToMetrics(
		func(context.Context, connector.Settings, component.Config, consumer.Metrics) (connector.Metrics, error) {
			return idle{}, nil
		}, stability),
	"ml": xconnector.WithMetricsToLogs(
		func(context.Context, connector.Settings, component.Config, consumer.Logs) (connector.Metrics, error) {
			return idle{}, nil
		}, stability),
	"mp": xconnector.WithMetricsToProfiles(
		func(context.Context, connector.Settings, component.Config, xconsumer.Profiles) (connector.Metrics, error) {
			return idle{}, nil
		}, stability),
	"lt": xconnector.WithLogsToTraces(
		func(context.Context, connector.Settings, component.Config, consumer.Traces) (connector.Logs, error) {
			return idle{}, nil
		}, stability),
	"lm": xconnector.WithLogsToMetrics(
		func(context.Context, connector.Settings, component.Config, consumer.Metrics) (connector.Logs, error) {
			return idle{}, nil
		}, stability),
	"ll": xconnector.WithLogsToLogs(
		func(context.Context, connector.Settings, component.Config, consumer.Logs) (connector.Logs, error) {
			return idle{}, nil
		}, stability),
	"lp": xconnector.WithLogsToProfiles(
		func(context.Context, connector.Settings, component.Config, xconsumer.Profiles) (connector.Logs, error) {
			return idle{}, nil
		}, stability),
	"pt": xconnector.WithProfilesToTraces(
		func(context.Context, connector.Settings, component.Config, consumer.Traces) (xconnector.Profiles, error) {
			return idle{}, nil
		}, stability),
	"pm": xconnector.WithProfilesToMetrics(
		func(context.Context, connector.Settings, component.Config, consumer.Metrics) (xconnector.Profiles, error) {
			return idle{}, nil
		}, stability),
	"pl": xconnector.WithProfilesToLogs(
		func(context.Context, connector.Settings, component.Config, consumer.Logs) (xconnector.Profiles, error) {
			return idle{}, nil
		}, stability),
	"pp": xconnector.WithProfilesToProfiles(
		func(context.Context, connector.Settings, component.Config, xconsumer.Profiles) (xconnector.Profiles, error) {
			return idle{}, nil
		}, stability),
}

// Connector makes a connector for pairs of signals such as "tm,tl", from traces to metrics and from traces to logs.
func Connector(name, signals string) connector.Factory {
	var options []xconnector.FactoryOption
	for pair, option := range pairs {
		if signals == "?" || strings.Contains(signals, pair) {
			options = append(options, option)
		}
	}
	return xconnector.NewFactory(component.MustNewType(name), defaults, options...)
}
