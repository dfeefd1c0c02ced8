// node check.mjs PROGRAM [DATASET ...]: what the Nu checker, axe and Chromium find in the HTML of datasets, in every
// language and layout. Fails where the markup has an error, where axe finds something in a window of any width or in
// the dark, where a page scrolls sideways, and where forced colours leave what a cell says unseen.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import puppeteer from 'puppeteer-core';

const [program, ...datasets] = process.argv.slice(2);
const kLayouts = ['flyer-a4', 'wide-a4', 'web'];
const kWidths = [1200, 768, 320];
const kRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'broadside-web-'));
const vnu = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
let failures = 0;
const fail = (file, what) => {
  ++failures;
  console.log(`${path.relative(folder, file)}: ${what}`);
};

// In the layouts above, and its own.
function build(dataset) {
  const own = path.join(dataset, 'layouts');
  const layouts = [...kLayouts, ...(fs.existsSync(own) ? fs.readdirSync(own).map(name => path.join(own, name)) : [])];
  execFileSync(program, ['build', dataset, '-l', layouts.join(','), '--lang', 'all', '-f', 'html', '-q',
                         '-o', path.join(folder, '{name}-{layout}-{lang}.html')], {stdio: ['ignore', 'ignore', 'inherit']});
}

// One process for all files.
function checkMarkup(files) {
  try {
    execFileSync('java', ['-jar', vnu, '--format', 'json', ...files], {stdio: 'pipe', maxBuffer: 1 << 28});
  } catch (error) {
    for (const {type, url, lastLine, message} of JSON.parse(error.stderr).messages)
      if (type !== 'info') fail(new URL(url).pathname, `Nu, line ${lastLine}: ${message}`);
  }
}

async function checkPage(page, file) {
  await page.setViewport({width: kWidths[0], height: 900});
  await page.goto('file://' + file);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
    for (const width of kWidths) {
      await page.setViewport({width, height: 900});
      if (scheme === 'dark' && width !== kWidths.at(-1)) continue;
      const [beyond, found] = await page.evaluate(async (rules) => {
        const root = document.documentElement;
        const {violations} = await window.axe.run(document, {runOnly: rules, resultTypes: ['violations']});
        return [root.scrollWidth - root.clientWidth,
                violations.map(({id, nodes}) => `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 120)} `
                                               + nodes[0].failureSummary.replace(/\s+/g, ' '))];
      }, kRules);
      if (beyond > 0) fail(file, `${width} px: scrolls sideways, by ${beyond} px`);
      for (const each of found) fail(file, `${width} px, ${scheme}: axe: ${each}`);
    }
  }
}

// What cells of values say to who listens, and show nobody: all but what an abbreviation beside it is short for, and what
// only cards say again.
const kUnseen = () => {
  const isSeen = node => {
    for (let one = node; one.tagName !== 'TD'; one = one.parentElement)
      if (one.getBoundingClientRect().width < 2) return false;
    return true;
  };
  return [...document.querySelectorAll('td *')].filter(
    one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
           && !one.closest('[aria-hidden=true], td [role=cell], td [role=rowheader]') && !one.previousElementSibling?.matches('abbr')
           && !isSeen(one.tagName === 'title' ? one.parentElement : one)).map(one => one.textContent);
};

async function checkForcedColours(page, file) {
  await page.setViewport({width: kWidths[0], height: 900});
  const protocol = await page.createCDPSession();
  await protocol.send('Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: 'active'}]});
  const unseen = await page.evaluate(kUnseen);
  if (unseen.length > 0) fail(file, `forced colours: ${unseen.length} × nothing shows "${unseen[0]}"`);
  await protocol.detach();
}

let browser;
try {
  datasets.forEach(build);
  const files = fs.readdirSync(folder).filter(name => name.endsWith('.html')).sort().map(name => path.join(folder, name));
  checkMarkup(files);
  browser = await puppeteer.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu']});
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(axe.source);
  for (const file of files) {
    await checkPage(page, file);
    await checkForcedColours(page, file);
  }
  console.log(`${files.length} pages, ${failures} findings`);
} finally {
  await browser?.close();
  fs.rmSync(folder, {recursive: true});
}
process.exit(failures > 0 ? 1 : 0);
