#!/usr/bin/env bash
# Creates the topics that are missing, as components/strimzi declares them:
#
#   topics.sh BOOTSTRAP_SERVERS REPLICAS [options of kafka-topics.sh, as --command-config FILE]
#
# kafka-topics.sh is part of Apache Kafka; in its image it lies in /opt/kafka/bin.
set -euo pipefail
servers=$1 replicas=$2
shift 2
PATH=$PATH:/opt/kafka/bin

# Arguments: a name, the number of partitions, and settings.
topic() {
    local name=$1 partitions=$2 settings=()
    shift 2
    for setting in "$@"; do settings+=(--config "$setting"); done
    kafka-topics.sh --bootstrap-server "$servers" ${options[@]+"${options[@]}"} --create --if-not-exists --topic "$name" \
        --partitions "$partitions" --replication-factor "$replicas" "${settings[@]}"
}

options=("$@")
for name in company accounts scores white-space opportunities catalogue; do
    topic $name 6 cleanup.policy=compact max.message.bytes=4259840 \
        delete.retention.ms=604800000 max.compaction.lag.ms=86400000
    topic $name.dead-letter 1 cleanup.policy=delete max.message.bytes=4259840 retention.ms=2592000000
done
topic account-changes 6 cleanup.policy=delete retention.ms=2592000000
