"""A page that React and Vue render on a server and take over in the browser, with the packed npm package."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NODE = [sys.executable, str(ROOT / "tools" / "node.py")]
NEEDED = ("react", "react-dom", "scheduler", "vue", "@vue", "vite")

REACT = """
import { createElement, useState } from 'react';
import { Backstep } from 'backstep-embed/react';

export function Course({ server }) {
  const [shown, setShown] = useState({ preset: 'mazur', step: 21 });
  const [step, setStep] = useState('');
  const heard = ({ position }) => setStep(String(position.step));
  return createElement('section', { id: 'react' },
    createElement(Backstep, { server, ...shown, lang: 'en', height: 700, onStep: heard }, 'No scripts.'),
    createElement('output', null, step),
    createElement('button', { onClick: () => setShown({ preset: 'xor', focus: 2 }) }, 'Another'));
}
"""
VUE = """
import { h, ref } from 'vue';
import { Backstep } from 'backstep-embed/vue';

export const Course = {
  props: ['server'],
  setup({ server }) {
    const shown = ref({ preset: 'mazur', step: 21 });
    const step = ref('');
    const frame = ref(null);
    return () => h('section', { id: 'vue' }, [
      h(Backstep, {
        ref: frame, server, ...shown.value, lang: 'en', height: 700,
        onStep: ({ position }) => { step.value = String(position.step); },
      }, () => 'No scripts.'),
      h('output', step.value),
      h('button', { onClick: () => { shown.value = { preset: 'xor', focus: 2 }; } }, 'Another'),
      h('button', { onClick: () => frame.value.element.next() }, 'Next'),
    ]);
  },
};
"""
RENDER = """
import { readFileSync, writeFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToString as reactToString } from 'react-dom/server';
import { createSSRApp } from 'vue';
import { renderToString as vueToString } from 'vue/server-renderer';
import { Course as ReactCourse } from './react.js';
import { Course as VueCourse } from './vue.js';

const [server] = process.argv.slice(2);
const react = reactToString(createElement(ReactCourse, { server }));
const vue = await vueToString(createSSRApp(VueCourse, { server }));
writeFileSync('index.html', `<!doctype html><title>Course</title>
<div id="a">${react}</div>
<div id="b">${vue}</div>
<script>window.server = ${JSON.stringify(server)}</script>
<script type="module" src="/client.js"></script>`);
"""
CLIENT = """
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createSSRApp } from 'vue';
import { Course as ReactCourse } from './react.js';
import { Course as VueCourse } from './vue.js';

hydrateRoot(document.getElementById('a'), createElement(ReactCourse, { server: window.server }));
createSSRApp(VueCourse, { server: window.server }).mount('#b');
"""
VITE = """
export default {
  base: './',
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
};
"""
FILES = {
    "package.json": '{"type": "module"}',
    "vite.config.js": VITE,
    "react.js": REACT,
    "vue.js": VUE,
    "render.js": RENDER,
    "client.js": CLIENT,
}


def build(folder: Path, server: str) -> Path:
    """The folder of the built page, built for development: a framework reports what it mends."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    install(folder)
    run(folder, "node", "render.js", server)
    run(folder, "npx", "vite", "build", "--mode", "development")
    return folder / "dist"


def install(folder: Path) -> None:
    """The packed package, and what it needs from the project's own packages."""
    run(ROOT / "packages" / "embed", "npm", "pack", "--silent", "--pack-destination", str(folder))
    (archive,) = folder.glob("backstep-embed-*.tgz")
    modules = folder / "node_modules"
    modules.mkdir()
    with tarfile.open(archive) as packed:
        packed.extractall(modules, filter="data")
    (modules / "package").rename(modules / "backstep-embed")
    for name in NEEDED:
        (modules / name).symlink_to(ROOT / "node_modules" / name)
    (modules / ".bin").symlink_to(ROOT / "node_modules" / ".bin")


def run(folder: Path, *command: str) -> None:
    environment = {**os.environ, "NODE_ENV": "development"}
    done = subprocess.run([*NODE, *command], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
