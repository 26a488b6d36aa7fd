# mmgraph in a container: docs/ci.md says how to run it. The first stage does what a clean clone does.
FROM node:24-slim AS build
WORKDIR /src
COPY . .
RUN node scripts/build.js
RUN npm pack --ignore-scripts --pack-destination /tmp
# What is shipped, with the dependencies of the lock file and no others.
WORKDIR /app
RUN tar -xzf /tmp/mmgraph-*.tgz --strip-components=1
RUN cp /src/package-lock.json . && npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-alpine
COPY --from=build /app /app
USER node
WORKDIR /home/node
EXPOSE 4020
# 401 is an answer, too: the control API asks for its token where one is set.
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=3 CMD ["node", "-e", "fetch('http://127.0.0.1:4020/_mmgraph/health').then(({ status }) => process.exit([200, 401].includes(status) ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/dist/emulator/cli/main.js"]
# Within a container no other address can be reached from outside. The control API then answers nobody without --control-token.
CMD ["serve", "--host", "0.0.0.0"]
