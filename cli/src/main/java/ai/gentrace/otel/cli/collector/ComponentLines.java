package ai.gentrace.otel.cli.collector;

/**
 * The facts of {@link Catalogue}, one component type a line. A constant and no resource: for a
 * resource, the JVM would read the names of all entries of the jar, at every start.
 */
final class ComponentLines {
  // Component types of the collector's published distributions: core, contrib, k8s.
  //
  // From the manifests of opentelemetry-collector-releases (which modules a distribution holds) and
  // the
  // metadata.yaml of each module (type, signals, deprecated names), at the releases named below.
  // These are samples:
  // of what came and went between two of them nothing is known. Before 0.100 many modules had no
  // metadata.yaml, and a
  // type may be missing although it was there.
  //
  // To renew: for each new release read distributions/*/manifest.yaml at its tag, resolve each
  // module's metadata.yaml,
  // append the release to the line below, and write a line for each type. An end stays open
  // (nothing behind the
  // dash) as long as the newest release has the type; an end that is written is the last release
  // seen with it.
  //
  // kind type signals alias-of distribution:first-last ...
  //   signals: t traces, m metrics, l logs, p profiles; of connectors pairs from-to; ? not known; -
  // none
  //
  static final String TEXT =
      """
      releases 0.70 0.80 0.90 0.100 0.110 0.120 0.130 0.135 0.136 0.137 0.138 0.139 0.140 0.141 0.142 0.143 0.144 0.145 0.146.1 0.147 0.148 0.149 0.150 0.151 0.152 0.153 0.154 0.155 0.156 0.157 0.158
      connector count lm,mm,pm,tm - contrib:0.80- k8s:0.100-
      connector datadog tm,tt - contrib:0.90-
      connector exceptions tl,tm - contrib:0.100- k8s:0.120-
      connector failover ll,mm,tt - contrib:0.120- k8s:0.120-
      connector forward ll,mm,pp,tt - contrib:0.80- core:0.80- k8s:0.100-
      connector grafanacloud tm - contrib:0.100-
      connector otlp_json ll,lm,lt - contrib:0.152- k8s:0.152-
      connector otlpjson ll,lm,lt otlp_json contrib:0.110- k8s:0.120-
      connector round_robin ll,mm,tt - contrib:0.152- k8s:0.152-
      connector roundrobin ll,mm,tt round_robin contrib:0.100- k8s:0.120-
      connector routing ll,mm,tt - contrib:0.90- k8s:0.100-
      connector service_graph tm - contrib:0.151- k8s:0.151-
      connector servicegraph tm service_graph contrib:0.80- k8s:0.100-
      connector signal_to_metrics lm,mm,pm,tm - contrib:0.146.1-
      connector signaltometrics lm,mm,pm,tm signal_to_metrics contrib:0.120-
      connector span_metrics tm - contrib:0.151- k8s:0.151-
      connector spanmetrics tm span_metrics contrib:0.80- k8s:0.100-
      connector sum lm,mm,tm - contrib:0.120-
      exporter alibabacloud_logservice tml - contrib:0.80-
      exporter awscloudwatchlogs l - contrib:0.70-
      exporter awsemf m - contrib:0.70-
      exporter awskinesis tml - contrib:0.70-
      exporter awss3 tml - contrib:0.80-
      exporter awsxray t - contrib:0.70-
      exporter azure_blob tml - contrib:0.148-
      exporter azureblob tml azure_blob contrib:0.130-
      exporter azuredataexplorer tml - contrib:0.70-
      exporter azuremonitor tml - contrib:0.70-
      exporter bmc_helix m - contrib:0.152-
      exporter bmchelix m bmc_helix contrib:0.120-
      exporter carbon m - contrib:0.70-0.140
      exporter cassandra tl - contrib:0.80-
      exporter clickhouse tmlp - contrib:0.70-
      exporter coralogix tmlp - contrib:0.70-
      exporter datadog tml - contrib:0.70-
      exporter dataset tl - contrib:0.80-
      exporter debug tmlp - contrib:0.90- core:0.90- k8s:0.100-
      exporter doris tml - contrib:0.120-
      exporter dynatrace m - contrib:0.70-0.90
      exporter elasticsearch tmlp - contrib:0.70-
      exporter f5cloud tml - contrib:0.70-0.90
      exporter faro tl - contrib:0.130-
      exporter file tmlp - contrib:0.70- core:0.40- k8s:0.100-
      exporter google_cloud_storage tl - contrib:0.148-
      exporter googlecloud tml - contrib:0.70-
      exporter googlecloudpubsub tml - contrib:0.70-
      exporter googlecloudstorage tl google_cloud_storage contrib:0.140-
      exporter googlemanagedprometheus m - contrib:0.70-
      exporter honeycomb_marker l - contrib:0.151-
      exporter honeycombmarker l honeycomb_marker contrib:0.90-
      exporter humio ? - contrib:0.70-0.70
      exporter influxdb tml - contrib:0.70-
      exporter instana t - contrib:0.70-0.100
      exporter jaeger t - contrib:0.70-0.80 core:0.40-0.80
      exporter jaeger_thrift t - contrib:0.80-0.80
      exporter kafka tmlp - contrib:0.70- core:0.40-
      exporter load_balancing tml - contrib:0.153- k8s:0.153-
      exporter loadbalancing tml load_balancing contrib:0.70- k8s:0.100-
      exporter logging tml - contrib:0.70-0.110 core:0.70-0.110
      exporter logicmonitor tl - contrib:0.80-
      exporter logzio tl - contrib:0.70-
      exporter loki l - contrib:0.70-0.130
      exporter mezmo l - contrib:0.70-
      exporter nop tmlp - contrib:0.100- core:0.100- k8s:0.110-
      exporter opencensus tm - contrib:0.70-0.130 core:0.40-0.130
      exporter opensearch tl - contrib:0.100-
      exporter otelarrow tml - contrib:0.110- k8s:0.110-
      exporter otlp tmlp otlp_grpc contrib:0.70- core:0.70- k8s:0.100-
      exporter otlp_grpc tmlp - contrib:0.144- core:0.144- k8s:0.144-
      exporter otlp_http tmlp - contrib:0.144- core:0.144- k8s:0.144-
      exporter otlphttp tmlp otlp_http contrib:0.70- core:0.70- k8s:0.100-
      exporter parquet tml - contrib:0.80-0.80
      exporter prometheus m - contrib:0.70- core:0.40-
      exporter prometheus_remote_write m - contrib:0.154- core:0.154-
      exporter prometheusremotewrite m prometheus_remote_write contrib:0.70- core:0.40-
      exporter pulsar tml - contrib:0.70-
      exporter rabbitmq tml - contrib:0.110-
      exporter sapm t - contrib:0.70-0.146.1
      exporter sentry tl - contrib:0.70-
      exporter signalfx tml - contrib:0.70-
      exporter skywalking ml - contrib:0.70-0.100
      exporter splunk_hec tmlp - contrib:0.80-
      exporter stef m - contrib:0.130-
      exporter sumologic tml - contrib:0.70-
      exporter syslog l - contrib:0.90-
      exporter tanzuobservability tm - contrib:0.70-0.90
      exporter tencentcloud_logservice l - contrib:0.80-
      exporter tinybird tml - contrib:0.135-
      exporter zipkin t - contrib:0.70- core:0.40-
      extension ack - - contrib:0.100- k8s:0.120-
      extension asapauth - - contrib:0.70-0.70
      extension asapclient - - contrib:0.80-
      extension aws_logs_encoding - - contrib:0.148-
      extension awscloudwatchmetricstreams_encoding - - contrib:0.130-
      extension awslogs_encoding - aws_logs_encoding contrib:0.130-
      extension awsproxy - - contrib:0.70-
      extension azure_auth - - contrib:0.148-
      extension azure_encoding - - contrib:0.148-
      extension azureauth - azure_auth contrib:0.130-
      extension basicauth - - contrib:0.70- k8s:0.100-
      extension bearertokenauth - - contrib:0.70- k8s:0.100-
      extension cgroup_runtime - - contrib:0.148- k8s:0.148-
      extension cgroupruntime - cgroup_runtime contrib:0.135- k8s:0.135-
      extension datadog - - contrib:0.130-
      extension db_storage - - contrib:0.100-
      extension docker_observer - - contrib:0.80-
      extension ecs_observer - - contrib:0.80-
      extension ecs_task_observer - - contrib:0.80-0.138
      extension file_storage - - contrib:0.100- k8s:0.100-
      extension google_cloud_logentry_encoding - - contrib:0.148-
      extension googleclientauth - - contrib:0.110-
      extension googlecloudlogentry_encoding - google_cloud_logentry_encoding contrib:0.130-
      extension headers_setter - - contrib:0.80- k8s:0.100-
      extension health_check - - contrib:0.80- core:0.80- k8s:0.100-
      extension host_observer - - contrib:0.80- k8s:0.100-
      extension http_forwarder - - contrib:0.80- k8s:0.120-
      extension jaeger_encoding - - contrib:0.100-
      extension jaegerremotesampling - - contrib:0.70-
      extension json_log_encoding - - contrib:0.110-
      extension k8s_leader_elector - - contrib:0.130- k8s:0.130-
      extension k8s_observer - - contrib:0.80- k8s:0.100-
      extension kafkatopics_observer - - contrib:0.130-
      extension memory_ballast - - contrib:0.100-0.100 core:0.100-0.100
      extension oauth2client - - contrib:0.80- k8s:0.100-
      extension oidc - - contrib:0.80- k8s:0.100-
      extension opamp - - contrib:0.100- k8s:0.120-
      extension otlp_encoding - - contrib:0.100-
      extension pebble_tail_storage - - contrib:0.155-
      extension pprof - - contrib:0.70- core:0.40- k8s:0.100-
      extension redis_storage - - contrib:0.120-
      extension sigv4auth - - contrib:0.70-
      extension skywalking_encoding - - contrib:0.135-
      extension sumologic - - contrib:0.110-
      extension text_encoding - - contrib:0.135-
      extension zipkin_encoding - - contrib:0.100-
      extension zpages - - contrib:0.70- core:0.70- k8s:0.100-
      processor attributes tml - contrib:0.70- core:0.40- k8s:0.100-
      processor batch tml - contrib:0.70- core:0.70- k8s:0.100-
      processor cardinality_guardian m - contrib:0.157-
      processor coralogix t - contrib:0.130-
      processor cumulative_to_delta m - contrib:0.157- k8s:0.157-
      processor cumulativetodelta m cumulative_to_delta contrib:0.70- k8s:0.100-
      processor datadog t - contrib:0.70-0.90
      processor delta_to_cumulative m - contrib:0.158- k8s:0.158-
      processor delta_to_rate m - contrib:0.158- k8s:0.158-
      processor deltatocumulative m delta_to_cumulative contrib:0.110- k8s:0.120-
      processor deltatorate m delta_to_rate contrib:0.70- k8s:0.100-
      processor drain l - contrib:0.152- k8s:0.152-
      processor experimental_metricsgeneration m - contrib:0.80-0.110
      processor filter tmlp - contrib:0.70- core:0.40- k8s:0.100-
      processor gen_ai_normalizer t - contrib:0.154-
      processor geoip tml - contrib:0.110-
      processor groupbyattrs tml - contrib:0.70- k8s:0.100-
      processor groupbytrace t - contrib:0.70- k8s:0.100-
      processor interval m - contrib:0.120- k8s:0.120-
      processor isolationforest tml - contrib:0.135-
      processor k8s_attributes tmlp - contrib:0.146.1- k8s:0.146.1-
      processor k8sattributes tmlp k8s_attributes contrib:0.70- k8s:0.100-
      processor log_dedup l - contrib:0.151- k8s:0.151-
      processor logdedup l log_dedup contrib:0.110- k8s:0.110-
      processor memory_limiter tmlp - contrib:0.100- core:0.100- k8s:0.100-
      processor metric_start_time m - contrib:0.148-
      processor metrics_transform m - contrib:0.152- k8s:0.152-
      processor metricsgeneration m - contrib:0.70- k8s:0.148-
      processor metricstarttime m metric_start_time contrib:0.130-
      processor metricstransform m metrics_transform contrib:0.70- k8s:0.100-
      processor probabilistic_sampler tl - contrib:0.80- core:0.80- k8s:0.100-
      processor redaction tml - contrib:0.70- k8s:0.100-
      processor remotetap tml - contrib:0.90- k8s:0.100-
      processor resource tmlp - contrib:0.70- core:0.40- k8s:0.100-
      processor resource_detection tmlp - contrib:0.153- k8s:0.153-
      processor resourcedetection tmlp resource_detection contrib:0.70- k8s:0.100-
      processor routing tml - contrib:0.70-0.110
      processor schema tml - contrib:0.130-
      processor servicegraph t - contrib:0.70-0.90
      processor span t - contrib:0.70- core:0.40-
      processor spanmetrics t - contrib:0.70-0.90
      processor sumologic tml - contrib:0.90-
      processor tail_sampling t - contrib:0.80- k8s:0.100-
      processor transform tmlp - contrib:0.70- k8s:0.100-
      processor unroll l - contrib:0.138-
      receiver active_directory_ds m - contrib:0.80-
      receiver aerospike m - contrib:0.70-
      receiver apache m - contrib:0.70-
      receiver apache_spark m - contrib:0.154-
      receiver apachespark m apache_spark contrib:0.80-
      receiver aws_cloudwatch ml - contrib:0.156-
      receiver aws_lambda ml - contrib:0.152-
      receiver awscloudwatch ml aws_cloudwatch contrib:0.70-
      receiver awscontainerinsightreceiver m - contrib:0.80-
      receiver awsecscontainermetrics m - contrib:0.70-
      receiver awsfirehose ml - contrib:0.70-
      receiver awslambda ml - contrib:0.148-0.151
      receiver awss3 tml - contrib:0.120-
      receiver awsxray t - contrib:0.70-
      receiver azure_blob tl - contrib:0.148-
      receiver azure_event_hub tml - contrib:0.145-
      receiver azure_monitor m - contrib:0.148-
      receiver azureblob tl azure_blob contrib:0.80-
      receiver azureeventhub tml azure_event_hub contrib:0.80-
      receiver azuremonitor m azure_monitor contrib:0.80-
      receiver bigip m - contrib:0.70-0.145
      receiver carbon m - contrib:0.70-
      receiver chrony m - contrib:0.80-
      receiver cisco_os m - contrib:0.148-
      receiver ciscoos m cisco_os contrib:0.148-
      receiver cloud_foundry ml - contrib:0.152-
      receiver cloudflare l - contrib:0.80-
      receiver cloudfoundry ml cloud_foundry contrib:0.70-
      receiver collectd m - contrib:0.70-
      receiver couchdb m - contrib:0.70-
      receiver datadog tml - contrib:0.80-
      receiver docker_stats m - contrib:0.80-
      receiver elasticsearch m - contrib:0.70-
      receiver envoy_als l - contrib:0.154-
      receiver envoyals l envoy_als contrib:0.130-
      receiver expvar m - contrib:0.70-
      receiver faro tl - contrib:0.130-
      receiver file m - contrib:0.80-0.90
      receiver file_log l - contrib:0.149- k8s:0.149-
      receiver file_stats m - contrib:0.151-
      receiver filelog l file_log contrib:0.70- k8s:0.100-
      receiver filestats m file_stats contrib:0.80-
      receiver flink_metrics m - contrib:0.155-
      receiver flinkmetrics m flink_metrics contrib:0.70-
      receiver fluent_forward l - contrib:0.151- k8s:0.151-
      receiver fluentforward l fluent_forward contrib:0.70- k8s:0.100-
      receiver github tm - contrib:0.110-
      receiver gitlab t - contrib:0.139-
      receiver google_cloud_spanner m - contrib:0.152-
      receiver googlecloudmonitoring m - contrib:0.120-
      receiver googlecloudpubsub tml - contrib:0.70-
      receiver googlecloudspanner m google_cloud_spanner contrib:0.70-
      receiver haproxy m - contrib:0.80-
      receiver host_metrics ml - contrib:0.151- core:0.151- k8s:0.151-
      receiver hostmetrics ml host_metrics contrib:0.70- core:0.40- k8s:0.100-
      receiver http_check m - contrib:0.150- k8s:0.150-
      receiver httpcheck m http_check contrib:0.70- k8s:0.100-
      receiver icmpcheckreceiver m - contrib:0.158-
      receiver iis m - contrib:0.70-
      receiver influxdb m - contrib:0.70-
      receiver jaeger t - contrib:0.70- core:0.40- k8s:0.100-
      receiver jmx m - contrib:0.70-0.153
      receiver journald l - contrib:0.70- k8s:0.100-
      receiver k8s_cluster ml - contrib:0.80- k8s:0.100-
      receiver k8s_events l - contrib:0.80- k8s:0.100-
      receiver k8s_objects l - contrib:0.151- k8s:0.151-
      receiver k8sobjects l k8s_objects contrib:0.70- k8s:0.100-
      receiver kafka tmlp - contrib:0.70- core:0.40-
      receiver kafka_metrics m - contrib:0.152-
      receiver kafkametrics m kafka_metrics contrib:0.70-
      receiver kubelet_stats m - contrib:0.152- k8s:0.152-
      receiver kubeletstats m kubelet_stats contrib:0.70- k8s:0.100-
      receiver libhoney tl - contrib:0.120-
      receiver loki l - contrib:0.80-
      receiver macos_unified_logging l - contrib:0.148-
      receiver macosunifiedlogging l macos_unified_logging contrib:0.142-
      receiver memcached m - contrib:0.70-
      receiver mongodb ml - contrib:0.70-
      receiver mongodb_atlas ml - contrib:0.145-
      receiver mongodbatlas ml mongodb_atlas contrib:0.70-
      receiver mysql ml - contrib:0.70-
      receiver named_pipe l - contrib:0.150-
      receiver namedpipe l named_pipe contrib:0.100-
      receiver netflow l - contrib:0.130-
      receiver nginx m - contrib:0.70-
      receiver nop tmlp - contrib:0.100- core:0.100-
      receiver nsxt m - contrib:0.70-
      receiver ntp m - contrib:0.120-
      receiver obi ? - contrib:0.156-
      receiver opencensus tm - contrib:0.70-0.130 core:0.40-0.130 k8s:0.100-0.130
      receiver oracledb ml - contrib:0.80-
      receiver otelarrow tml - contrib:0.110- k8s:0.110-
      receiver otlp tmlp - contrib:0.70- core:0.70- k8s:0.100-
      receiver otlp_json_file tmlp - contrib:0.154-
      receiver otlpjsonfile tmlp otlp_json_file contrib:0.70-
      receiver podman_stats m - contrib:0.80-
      receiver postgresql ml - contrib:0.70-
      receiver pprof p - contrib:0.148-
      receiver prometheus m - contrib:0.70- core:0.40- k8s:0.100-
      receiver prometheus_remote_write m - contrib:0.148-
      receiver prometheus_simple m - contrib:0.80-
      receiver prometheusremotewrite m prometheus_remote_write contrib:0.135-
      receiver pulsar tml - contrib:0.80-
      receiver purefa m - contrib:0.70-
      receiver purefb m - contrib:0.80-
      receiver rabbitmq m - contrib:0.70-
      receiver receiver_creator tmlp - contrib:0.80- k8s:0.100-
      receiver redis m - contrib:0.70-
      receiver riak m - contrib:0.70-
      receiver saphana m - contrib:0.130-
      receiver sapm t - contrib:0.70-0.130
      receiver signalfx ml - contrib:0.70-0.156
      receiver skywalking tm - contrib:0.70-
      receiver snmp m - contrib:0.70-
      receiver snowflake m - contrib:0.80-
      receiver solace t - contrib:0.70-
      receiver splunk_enterprise m - contrib:0.155-
      receiver splunk_hec ml - contrib:0.80-
      receiver splunkenterprise m splunk_enterprise contrib:0.110-
      receiver sqlquery ml - contrib:0.70-
      receiver sqlserver ml - contrib:0.70-
      receiver ssh_check m - contrib:0.151-
      receiver sshcheck m ssh_check contrib:0.80-
      receiver statsd m - contrib:0.70-
      receiver stef m - contrib:0.130-
      receiver syslog l - contrib:0.70-
      receiver systemd m - contrib:0.142-
      receiver tcp_check m - contrib:0.152-
      receiver tcp_log l - contrib:0.150-
      receiver tcpcheck m tcp_check contrib:0.130-
      receiver tcplog l tcp_log contrib:0.70-
      receiver tls_check m - contrib:0.150-
      receiver tlscheck m tls_check contrib:0.130-
      receiver udp_log l - contrib:0.150-
      receiver udplog l udp_log contrib:0.70-
      receiver vcenter m - contrib:0.70-
      receiver wavefront m - contrib:0.70-
      receiver webhook_event l - contrib:0.154-
      receiver webhookevent l webhook_event contrib:0.90-
      receiver windows_event_log l - contrib:0.150-
      receiver windows_service m - contrib:0.155-
      receiver windowseventlog l windows_event_log contrib:0.80-
      receiver windowsperfcounters m - contrib:0.70-
      receiver windowsservice m windows_service contrib:0.155-
      receiver yang_grpc m - contrib:0.148-
      receiver yanggrpc m yang_grpc contrib:0.142-
      receiver zipkin t - contrib:0.70- core:0.40- k8s:0.100-
      receiver zookeeper m - contrib:0.70-
      """;

  private ComponentLines() {}
}
