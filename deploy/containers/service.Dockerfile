# One service; built by ./parasol build before, so that the image holds only what runs.
FROM eclipse-temurin:25-jre
ARG SERVICE
RUN useradd --system --no-create-home parasol
COPY services/${SERVICE}/target/quarkus-app/ /app/
USER parasol
WORKDIR /app
ENV JAVA_OPTS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=70"
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar quarkus-run.jar"]
