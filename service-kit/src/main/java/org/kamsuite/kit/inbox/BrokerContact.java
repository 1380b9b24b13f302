package org.kamsuite.kit.inbox;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/// Whether a consumer is in touch with its broker, by the client's own metrics: it has a connection
/// and is heard as a member of its group.
record BrokerContact(Metric connections, Metric secondsSinceHeartbeat) {

    /// The session timeout: by then the broker has given a silent member up.
    private static final double LONGEST_SILENCE_SECONDS = 10;

    /// The contact of the consumer that keeps these metrics.
    static BrokerContact of(Map<MetricName, ? extends Metric> metrics) {
        return new BrokerContact(
                find(metrics, "consumer-metrics", "connection-count"),
                find(metrics, "consumer-coordinator-metrics", "last-heartbeat-seconds-ago"));
    }

    boolean holds() {
        // Before the first heartbeat the client says -1.
        var silence = number(secondsSinceHeartbeat);
        return number(connections) > 0 && silence >= 0 && silence <= LONGEST_SILENCE_SECONDS;
    }

    private static Metric find(
            Map<MetricName, ? extends Metric> metrics, String group, String name) {
        for (var metric : metrics.values()) {
            if (metric.metricName().group().equals(group)
                    && metric.metricName().name().equals(name)) {
                return metric;
            }
        }
        throw new IllegalStateException("The consumer keeps no metric " + name);
    }

    private static double number(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : -1;
    }
}
