#!/usr/bin/env bash
# Creates the topics, one principal a service, and its access rights: it may write its own topics only, and read all.
set -euo pipefail
bin=/opt/kafka/bin
broker=kafka:9094
config=$(mktemp)
credential=$(mktemp)
cat > "$config" <<PROPERTIES
security.protocol=SASL_PLAINTEXT
sasl.mechanism=PLAIN
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="$PARASOL_KAFKA_ADMIN_PASSWORD";
PROPERTIES
connect=(--bootstrap-server "$broker" --command-config "$config")

for topic in $TOPICS; do
  "$bin/kafka-topics.sh" "${connect[@]}" --create --if-not-exists --topic "$topic" \
    --partitions 6 --replication-factor 1 --config retention.ms=-1
done
for service in membership quality pricing production distribution; do
  password="PARASOL_KAFKA_PASSWORD_${service^^}"
  # in a file, because every user can read command lines in the process list
  echo "SCRAM-SHA-512=password=${!password}" > "$credential"
  "$bin/kafka-configs.sh" "${connect[@]}" --alter --entity-type users --entity-name "$service" \
    --add-config-file "$credential"
  "$bin/kafka-acls.sh" "${connect[@]}" --add --allow-principal "User:$service" \
    --operation Write --operation Describe --topic "$service." --resource-pattern-type prefixed
  "$bin/kafka-acls.sh" "${connect[@]}" --add --allow-principal "User:$service" \
    --operation Read --operation Describe --topic '*'
  "$bin/kafka-acls.sh" "${connect[@]}" --add --allow-principal "User:$service" \
    --operation Read --operation Describe --group "$service"
  "$bin/kafka-acls.sh" "${connect[@]}" --add --allow-principal "User:$service" --operation IdempotentWrite --cluster
done
echo "Topics, principals and access rights are created."
