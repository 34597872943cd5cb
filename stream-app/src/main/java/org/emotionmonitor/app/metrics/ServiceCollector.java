package org.emotionmonitor.app.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;

/** Whether the services of this process are ready and healthy, and which build they are. */
public final class ServiceCollector extends Collector {

  private static final List<String> SERVICE = List.of("service");

  private final List<Health> services;

  private ServiceCollector(List<Health> services) {
    this.services = List.copyOf(services);
  }

  /** Adds the state of {@code services} to the metrics of their process. */
  public static void register(List<Health> services, CollectorRegistry registry) {
    registry.register(new ServiceCollector(services));
  }

  @Override
  public List<MetricFamilySamples> collect() {
    GaugeMetricFamily ready =
        new GaugeMetricFamily(
            Names.PREFIX + "ready", "1 while the service does its work, else 0.", SERVICE);
    GaugeMetricFamily healthy =
        new GaugeMetricFamily(
            Names.PREFIX + "healthy",
            "1 while the service can go on, 0 when it must be started again.",
            SERVICE);
    for (Health service : services) {
      List<String> name = List.of(service.name());
      ready.addMetric(name, service.ready() ? 1 : 0);
      healthy.addMetric(name, service.healthy() ? 1 : 0);
    }
    GaugeMetricFamily build =
        new GaugeMetricFamily(
            Names.PREFIX + "build_info",
            "Always 1; the labels name the version of this program and of its Java.",
            List.of("version", "java"));
    build.addMetric(List.of(version(), System.getProperty("java.version")), 1);
    return List.of(ready, healthy, build);
  }

  private static String version() {
    String version = ServiceCollector.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
