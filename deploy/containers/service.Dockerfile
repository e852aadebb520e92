# The image of one service. ./parasol build has built the service before, so the image contains only what runs.
FROM eclipse-temurin:25-jre
ARG SERVICE
RUN useradd --system --no-create-home parasol
COPY services/${SERVICE}/target/quarkus-app/ /app/
USER parasol
WORKDIR /app
ENV JAVA_OPTS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=70"
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar quarkus-run.jar"]
