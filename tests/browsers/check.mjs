// node check.mjs PROGRAM DATASET LAYOUT: what Chromium and Firefox make of the SVG of every language: text where layout
// put it, also inlined in pages that style everything or forbid style sheets; words found, copied and heard whole.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import puppeteer from 'puppeteer-core';
import vnu from 'vnu-jar';

const [program, dataset, layout] = process.argv.slice(2);
// Points, by which the end of a line may be elsewhere: Chromium rounds the size of type to a 64th of a unit, and both kern
// over the ends of runs in a line that is read from the right.
const kMostOffLeftToRight = 0.035, kMostOffRightToLeft = 0.2;
const kRightToLeft = /^(ar|fa|he|ur)\b/;
const kWidths = [320, 1200];  // of a window, in pixels
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'broadside-browsers-'));
let failures = 0;

function expect(isGood, what, found = '') {
  if (isGood) return;
  ++failures;
  console.log(`FAILED: ${what} ${typeof found === 'string' ? found : JSON.stringify(found)}`);
}

function write(name, content) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return pathToFileURL(file).href;
}

function build(pattern, ...words) {
  execFileSync(program, ['build', dataset, '-l', layout, '-f', 'svg', '-o', path.join(folder, pattern), '-q', '--force',
                         ...words]);
}

const read = name => fs.readFileSync(path.join(folder, name), 'utf8');

// A reader's machine, which has none of the fonts that the pages are set in.
function environment() {
  const fonts = path.join(folder, 'fonts.conf');
  fs.writeFileSync(fonts, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
    <fontconfig><include>/etc/fonts/conf.d</include><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>${folder}/fonts</cachedir></fontconfig>`);
  return {...process.env, FONTCONFIG_FILE: fonts};
}

const kLaunches = {
  chromium: {executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu']},
  firefox: {browser: 'firefox', executablePath: '/usr/bin/firefox-esr'},
};

async function open(page, url, width = 1000, height = 1450) {
  await page.setViewport({width, height});
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready.then(() => 0));
}

// How far each stretch of text is from where its attributes put it when nothing holds it to its width: the largest of
// the distances of its ends, in points.
const offsets = page => page.evaluate(() => {
  const held = [...document.querySelectorAll('[textLength]')].map(element => {
    const length = +element.getAttribute('textLength');
    const placed = element.closest('[x]');
    const isLeftwards = placed.getAttribute('direction') === 'rtl';
    const x = +placed.getAttribute('x'), left = isLeftwards ? x - length : x;
    return {element, left, right: left + length};
  });
  for (const {element} of held) element.removeAttribute('textLength');
  return held.map(({element, left, right}) => {
    const text = element.closest('text'), before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(element, 0);
    const from = before.toString().length, count = element.getNumberOfChars();
    let first = Infinity, last = -Infinity;
    for (let i = from; i < from + count; ++i) {
      const {x, width} = text.getExtentOfChar(i);
      first = Math.min(first, x);
      last = Math.max(last, x + width);
    }
    return {off: Math.max(Math.abs(first - left), Math.abs(last - right)) / 10, text: element.textContent};
  });
});

async function checkPlaces(page, language, browser) {
  const most = kRightToLeft.test(language) ? kMostOffRightToLeft : kMostOffLeftToRight;
  for (const width of kWidths) {
    await open(page, write('inlined.html', `<!doctype html><body>${read(`${language}.svg`)}`), width);
    const found = await offsets(page), worst = found.reduce((a, b) => a.off > b.off ? a : b);
    expect(found.length > 100, `${browser}, ${language}: stretches of text`, found.length);
    expect(worst.off <= most, `${browser}, ${language}, ${width} px: ${worst.off.toFixed(3)} pt off:`, worst.text);
    if (width === kWidths[0])
      console.log(`${browser}, ${language}: ${found.length} stretches, ${worst.off.toFixed(4)} pt off at most`);
  }
}

// What a page may say of every element, and what icon sets say of theirs.
const kHostile = `
  body {letter-spacing: 3px; word-spacing: 9px; font: italic bold 30px/3 serif; font-feature-settings: "smcp", "zero";
        text-transform: uppercase; text-shadow: 2px 2px red; text-indent: 2em; text-align: right; color: red;
        font-variant: small-caps; font-stretch: 50%; text-emphasis: dot red; white-space: normal; word-break: break-all;
        direction: rtl; writing-mode: vertical-rl; stroke: red; stroke-width: 9; fill: lime; stroke-dasharray: 2 2;
        text-anchor: end; dominant-baseline: hanging; paint-order: stroke; font-kerning: none; quotes: none}
  svg {fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round}
  svg * {letter-spacing: 2px; vector-effect: non-scaling-stroke; text-decoration: underline; opacity: .5}
  * {font-family: monospace; font-weight: 900; font-size: 33px; line-height: 4; fill: teal; text-transform: lowercase}
  a, a:hover {color: red; text-decoration: underline; fill: red} path, rect {fill: red; stroke: red} text {fill: orange}
  g {stroke: blue; font-style: oblique} tspan {font-size: 9px; fill: green; direction: rtl; text-anchor: middle}`;

// Where the page puts the file is the page's business.
const kNeutral = 'body, html {margin: 0; padding: 0; background: white} svg {position: absolute; left: 0; top: 0}'
               + 'svg + svg {left: 600px}';

const kClearly = 100, kFew = 1000;  // of 255 in a channel, and pixels of a million

const picture = page => page.screenshot({encoding: 'base64'});

// Pixels with a channel that differs by more than that.
const difference = (page, one, other, least = 0) => page.evaluate(async (least, ...pictures) => {
  const [a, b] = await Promise.all(pictures.map(async picture => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {width: image.width, height: image.height});
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  }));
  let differ = a.length === b.length ? 0 : Infinity;
  for (let i = 0; i < a.length; i += 4)
    differ += Math.max(...[0, 1, 2].map(channel => Math.abs(a[i + channel] - b[i + channel]))) > least;
  return differ;
}, least, one, other);

async function checkHostilePage(page, languages, browser, text) {
  const both = languages.map(language => read(`${language}${text}.svg`)).join('\n');
  const shown = async (name, css) => {
    await open(page, write(`${name}.html`, `<!doctype html><style>${css}</style><body>${both}`), 1200, 850);
    return picture(page);
  };
  const clean = await shown('clean', kNeutral), hostile = await shown('hostile', kHostile + kNeutral);
  const ids = await page.evaluate(() => [...document.querySelectorAll('svg [id], svg[id]')].map(one => one.id));
  expect(new Set(ids).size === ids.length, `${browser}, ${languages}${text}: ids shared`);
  await open(page, 'about:blank');
  const differ = await difference(page, clean, hostile);
  expect(differ === 0, `${browser}, ${languages}${text}: pixels that a hostile page changes:`, differ);
  console.log(`${browser}, ${languages}${text}: ${differ} pixels changed by a hostile page, ${ids.length} ids`);
}

// Of each hairline, in windows of several widths: how many pixels wide it is in its own colour, across its middle.
const kHairlineWidths = [320, 500, 640, 801, 1024, 1200];

const hairlines = (page, shot) => page.evaluate(async shot => {
  const image = new Image();
  image.src = `data:image/png;base64,${shot}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {width: image.width, height: image.height});
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return [...document.querySelectorAll('svg line')].map(line => {
    const own = getComputedStyle(line).stroke.match(/\d+/g).map(Number), {left, right, top, bottom} = line.getBoundingClientRect();
    const isLevel = right - left > bottom - top, x = Math.round((left + right) / 2), y = Math.round((top + bottom) / 2);
    const isOwn = step => {
      const pixel = context.getImageData(x + (isLevel ? 0 : step), y + (isLevel ? step : 0), 1, 1).data;
      return own.every((value, channel) => Math.abs(value - pixel[channel]) <= 8);
    };
    return [-3, -2, -1, 0, 1, 2, 3].filter(isOwn).length;
  });
}, shot);

async function checkHairlines(page, language, browser) {
  const counts = {};
  for (const width of kHairlineWidths) {
    const css = 'body {margin: 0} svg {display: block; width: 100%}';
    await open(page, write('hairlines.html', `<!doctype html><style>${css}</style><body>${read(`${language}.svg`)}`), width, 1800);
    for (const pixels of await hairlines(page, await picture(page))) counts[pixels] = (counts[pixels] ?? 0) + 1;
  }
  const drawn = Object.values(counts).reduce((a, b) => a + b, 0);
  expect(drawn > 100 && (counts[1] ?? 0) + (counts[2] ?? 0) === drawn, `${browser}, ${language}: hairlines by pixels:`, counts);
  console.log(`${browser}, ${language}: hairlines by pixels: ${JSON.stringify(counts)}`);
}

// A page's scheme, and a colour that it names.
async function checkTheme(page, language, browser) {
  const paper = async css => {
    await open(page, write('theme.html', `<!doctype html><style>${css}</style><body>${read(`${language}-theme.svg`)}`));
    return page.evaluate(() => getComputedStyle(document.querySelector('svg > g > rect')).fill);
  };
  const light = await paper(''), dark = await paper('html {color-scheme: dark}'), own = await paper(':root {--bsd-paper: #fed}');
  expect(light === 'rgb(255, 255, 255)' && dark === 'rgb(22, 22, 22)' && own === 'rgb(255, 238, 221)',
         `${browser}: paper in a light page, a dark one, and one that names it:`, [light, dark, own]);
}

// The reader's fonts stand in where a page forbids style sheets and fonts.
async function checkWithoutStyle(page, language, browser) {
  const shown = async (name, head) => {
    await open(page, write(`${name}.html`, `<!doctype html>${head}<body>${read(`${language}-system.svg`)}`));
    await page.evaluate(() => document.querySelectorAll('svg line').forEach(hairline => hairline.remove()));
    return picture(page);
  };
  const plain = await shown('plain', '');
  const forbidden = await shown('forbidden',
                                `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`);
  await open(page, 'about:blank');
  const differ = await difference(page, plain, forbidden, kClearly);
  expect(differ < kFew, `${browser}, ${language}: pixels that a page without style sheets changes:`, differ);
  console.log(`${browser}, ${language}: ${differ} pixels changed clearly without style sheets`);
}

async function checkWays(page, language, browser) {
  const file = `${language}.svg`, ways = {
    inline: read(file),
    img: `<img src="${file}">`,
    object: `<object type="image/svg+xml" data="${file}"></object>`,
  };
  // Whole pixels, as images are scaled to.
  const css = '* {margin: 0} body > * {display: block; width: 700px !important; height: 990px !important}';
  const seen = {};
  for (const [way, content] of Object.entries(ways)) {
    await open(page, write(`${way}.html`, `<!doctype html><style>${css}</style><body>${content}`), 700, 990);
    await new Promise(resolve => setTimeout(resolve, 500));  // an image's fonts tell nobody when they are there
    seen[way] = await picture(page);
  }
  await open(page, 'about:blank');
  for (const way of ['img', 'object']) {
    const differ = await difference(page, seen.inline, seen[way], kClearly);
    expect(differ < kFew, `${browser}, ${language}: pixels of <${way}> that differ:`, differ);
    console.log(`${browser}, ${language}: ${differ} pixels differ clearly in <${way}>`);
  }
}

async function checkWords(page, browser) {
  await open(page, write('words.html', `<!doctype html><body>${read('de.svg')}`));
  const copied = await page.evaluate(() => {
    getSelection().selectAllChildren(document.querySelector('svg > g'));
    return getSelection().toString();
  });
  // Behind a paragraph come the hyphens that layout put in.
  const words = await page.evaluate(() => [...document.querySelectorAll('text[aria-hidden]')].map(hyphen => {
    let text = hyphen;
    while (text.hasAttribute('aria-hidden')) text = text.previousElementSibling;
    return text.textContent;
  }));
  expect(words.length > 0, `${browser}: no hyphens to look at`);
  for (const word of words) {
    expect(copied.replace(/\s+/g, ' ').includes(word.trim().replace(/\s+/g, ' ')), `${browser}: not copied whole:`, word);
    const found = await page.evaluate(text => {
      getSelection().removeAllRanges();
      return window.find(text);
    }, word.trim());
    expect(found, `${browser}: not found:`, word);
  }
  console.log(`${browser}: ${words.length} paragraphs with hyphens, copied and found whole`);
}

async function checkPrintedOutline(page) {
  await open(page, write('outline.html', `<!doctype html><body>${read('fr-outline.svg')}`));
  const file = path.join(folder, 'outline.pdf');
  await page.pdf({path: file, format: 'A4'});
  const text = execFileSync('pdftotext', [file, '-'], {encoding: 'utf8'});
  const expected = await page.evaluate(() => [...document.querySelectorAll('text')].map(one => one.textContent).join(''));
  const count = all => all.replace(/\s/g, '').length;
  expect(count(text) > 0.98 * count(expected), `outline: ${count(text)} of ${count(expected)} characters in a printed PDF`);
  console.log(`outline: ${count(text)} of ${count(expected)} characters in a printed PDF`);
}

function checkByNu(languages) {
  const files = languages.map(language => path.join(folder, `${language}.svg`));
  try {
    execFileSync('java', ['-jar', vnu, '--svg', '--errors-only', ...files], {stdio: 'pipe'});
  } catch (failure) {
    expect(false, 'the Nu checker finds:', String(failure.stderr).split('\n').slice(0, 5).join('\n'));
  }
  console.log(`Nu checker: ${files.length} files`);
}

try {
  build('{lang}.svg', '--lang', 'all');
  const languages = fs.readdirSync(folder).filter(name => name.endsWith('.svg')).map(name => path.basename(name, '.svg')).sort();
  build('{lang}-system.svg', '--lang', 'fr,ar', '--svg-text', 'system');
  build('{lang}-outline.svg', '--lang', 'fr,ar', '--svg-text', 'outline');
  build('{lang}-theme.svg', '--lang', 'fr', '--svg-theme', 'auto');
  checkByNu([...languages, 'fr-theme']);
  const env = environment();
  for (const [name, launch] of Object.entries(kLaunches)) {
    const browser = await puppeteer.launch({...launch, env}), page = await browser.newPage();
    for (const language of languages) await checkPlaces(page, language, name);
    for (const text of ['', '-outline']) await checkHostilePage(page, ['fr', 'ar'], name, text);
    for (const language of ['fr', 'ar']) await checkWithoutStyle(page, language, name);
    await checkWays(page, 'fr', name);
    for (const language of ['fr', 'ar']) await checkHairlines(page, language, name);
    await checkTheme(page, 'fr', name);
    await checkWords(page, name);
    if (name === 'chromium') await checkPrintedOutline(page);
    await browser.close();
  }
} finally {
  fs.rmSync(folder, {recursive: true});
}
console.log(failures === 0 ? 'browsers: all as it should be' : `browsers: ${failures} failures`);
process.exit(failures > 0 ? 1 : 0);
