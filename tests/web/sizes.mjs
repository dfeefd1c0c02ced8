// node sizes.mjs FOLDER: the SVGs and pages of the flyer there, as a server sends them, against their budgets; and what SVGO
// would take from an SVG without harm.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import {optimize} from 'svgo';

const [folder] = process.argv.slice(2);
const kBudgets = {fr: 16, ar: 26, he: 18, th: 24, 'zh-Hant': 56, ja: 56, hi: 64};  // KiB, of an SVG with its fonts
const kPage = 12, kMostToGain = 0.02;
// What styles, scripts and who listens may ask for stays.
const kSafe = [{name: 'preset-default', params: {overrides: {cleanupIds: false, removeDesc: false, removeMetadata: false,
                                                             removeUnknownsAndDefaults: false}}}];

const sent = text => zlib.brotliCompressSync(text).length;  // at the highest quality

function report(what, bytes, budget) {
  console.log(`${what}: ${(bytes / 1024).toFixed(1)} KiB of ${budget}${bytes > 1024 * budget ? ': TOO MUCH' : ''}`);
}

for (const [language, budget] of Object.entries(kBudgets)) {
  const svg = fs.readFileSync(path.join(folder, `${language}.svg`), 'utf8'), bytes = sent(svg);
  report(`${language}.svg`, bytes, budget);
  const gain = 1 - sent(optimize(svg, {multipass: true, plugins: kSafe}).data) / bytes;
  if (gain > kMostToGain) console.log(`${language}.svg: SVGO takes ${(100 * gain).toFixed(1)} %: TOO MUCH`);
  report(`${language}.html`, sent(fs.readFileSync(path.join(folder, `${language}.html`))), kPage);
}
