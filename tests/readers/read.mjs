// node read.mjs PROGRAM DATASET LAYOUT LANGUAGES: what PDF.js and PDFium find in the PDFs of these languages, against what
// the scene draws, and against what they find in Chromium's print of the HTML. Fails where a reader loses more than 2 % of
// the letters, or more than of Chromium's print, or PDF.js hears the structure in another order.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {PDFiumLibrary} from '@hyzyla/pdfium';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

const [program, dataset, layout, languages] = process.argv.slice(2);
const kMostLost = 0.02;
const kRightToLeft = /^(ar|fa|he|ur)\b/;

const run = (...words) => execFileSync(program, words, {encoding: 'utf8', maxBuffer: 1 << 28});

// Without what readers may set by themselves: spaces, hyphens, what prints nothing, and which way a bracket faces, which
// PDFium turns in lines from right to left, also in Chromium's print.
const letters = text => [...text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}\u2010-]/gu, '')
  .replace(/[()]/g, '|').replace(/[«»]/g, '"')];

// The letters of texts and, as figures are words where they are read, all letters.
function drawn(language) {
  const dump = run('dump', dataset, '-l', layout, '--lang', language, '--stage', 'scene');
  const lettersOf = line => letters([...dump.matchAll(line)].map(match => JSON.parse(match[1])).join(''));
  return {
    texts: lettersOf(/^\s*(?:text|text-rtl|more|more-rtl|\+|\|) [-\d.,]+ ("(?:[^"\\]|\\.)*")/gmu),
    all: lettersOf(/^\s*(?:(?:text|text-rtl|more|more-rtl|\+|\|) [-\d.,]+|begin figure) ("(?:[^"\\]|\\.)*")/gmu),
  };
}

function lost(expected, found) {
  const counts = new Map();
  for (const letter of found) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return expected.filter(letter => {
    const left = counts.get(letter) ?? 0;
    counts.set(letter, left - 1);
    return left < 1;
  }).length;
}

// The words in the order of the structure, and all that is shown.
async function readByPdfjs(bytes) {
  const document = await pdfjs.getDocument({data: new Uint8Array(bytes), verbosity: 0}).promise;
  let heard = '', shown = '';
  for (let number = 1; number <= document.numPages; ++number) {
    const page = await document.getPage(number);
    const marked = new Map(), open = [];
    for (const item of (await page.getTextContent({includeMarkedContent: true})).items) {
      if (item.type?.startsWith('beginMarkedContent')) open.push(item.id);
      else if (item.type === 'endMarkedContent') open.pop();
      else {
        shown += item.str;
        const id = open.findLast(one => one);
        marked.set(id, (marked.get(id) ?? '') + item.str);
      }
    }
    const walk = node => {
      if (node.type === 'content') heard += marked.get(node.id) ?? '';
      for (const child of node.children ?? []) walk(child);
    };
    walk(await page.getStructTree());
  }
  return {heard: letters(heard), shown: letters(shown)};
}

async function readByPdfium(library, bytes) {
  const document = await library.loadDocument(bytes);
  let text = '';
  for (const page of document.pages()) text += page.getText();
  document.destroy();
  return letters(text);
}

function printed(html) {
  const pdf = html + '.pdf', profile = '--user-data-dir=' + path.join(path.dirname(html), 'profile');
  const quiet = {stdio: ['ignore', 'ignore', 'ignore']};
  execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', profile,
                            `--print-to-pdf=${pdf}`, 'file://' + html], quiet);
  return fs.readFileSync(pdf);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'broadside-readers-'));
const library = await PDFiumLibrary.init();
let failures = 0;
try {
  run('build', dataset, '-l', layout, '--lang', languages, '-f', 'pdf,html', '-o', path.join(folder, '{lang}.{ext}'), '-q');
  for (const file of fs.readdirSync(folder).filter(name => name.endsWith('.pdf')).sort()) {
    const language = path.basename(file, '.pdf'), bytes = fs.readFileSync(path.join(folder, file));
    const print = printed(path.join(folder, language + '.html'));
    const {texts, all: expected} = drawn(language), inPdfjs = await readByPdfjs(bytes);
    const inPdfium = await readByPdfium(library, bytes);
    const missed = {pdfjs: lost(expected, inPdfjs.shown), pdfium: lost(expected, inPdfium)};
    const missedInPrint = {
      pdfjs: lost(texts, (await readByPdfjs(print)).shown), pdfium: lost(texts, await readByPdfium(library, print)),
    };
    // PDF.js turns words from right to left around one by one, and not the lines that they stand in.
    const isOrdered = kRightToLeft.test(language) ? lost(expected, inPdfjs.heard) === 0
                                                  : inPdfjs.heard.join('') === expected.join('');
    const isGood = texts.length > 0 && Math.max(missed.pdfjs, missed.pdfium) <= kMostLost * expected.length && isOrdered
                   && lost(texts, inPdfjs.shown) <= missedInPrint.pdfjs
                   && lost(texts, inPdfium) <= missedInPrint.pdfium;
    if (!isGood) ++failures;
    console.log(`${language}: of ${expected.length} letters PDF.js loses ${missed.pdfjs}, PDFium ${missed.pdfium}, `
                + `of Chromium's print ${missedInPrint.pdfjs} and ${missedInPrint.pdfium}; `
                + `structure ${isOrdered ? 'in order' : 'OUT OF ORDER'}${isGood ? '' : ' - FAILED'}`);
  }
} finally {
  fs.rmSync(folder, {recursive: true});
  library.destroy();
}
process.exit(failures > 0 ? 1 : 0);
