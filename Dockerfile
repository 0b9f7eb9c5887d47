# The page is built with Node and the package with Python; what serves has neither npm nor a build tool.

FROM node:22-slim AS page
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY vite.config.ts vite.early.config.ts vite.embed.config.ts vite.file.config.ts vite.plugins.ts svelte.config.js tsconfig.json ./
COPY app/backstep_lab/i18n/locales app/backstep_lab/i18n/locales
COPY static static
RUN npm run build

FROM python:3.13-slim AS package
ENV PIP_NO_CACHE_DIR=1
WORKDIR /src
COPY requirements requirements
RUN pip install --require-hashes -r requirements/build.txt
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY app app
COPY templates templates
COPY --from=page /src/static/dist static/dist
RUN pip wheel --no-deps --no-build-isolation --wheel-dir wheels .

FROM python:3.13-slim
ENV PIP_NO_CACHE_DIR=1
WORKDIR /srv/backstep
COPY requirements/runtime.txt ./
RUN pip install --require-hashes -r runtime.txt
COPY --from=package /src/wheels wheels
RUN pip install --no-deps wheels/*.whl
RUN useradd --system --uid 10001 --home-dir /data --create-home backstep

USER backstep
WORKDIR /data
VOLUME /data
ENV HOST=0.0.0.0 PORT=8000 BACKSTEP_STORE=sqlite:////data/backstep.sqlite3 PYTHONUNBUFFERED=1
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD python -c "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz')"
CMD ["backstep", "serve"]
