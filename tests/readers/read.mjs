// node read.mjs PROGRAM DATASET LAYOUT: what PDF.js and PDFium find in the PDFs of every language, against what the scene
// draws. Fails where a reader loses more than 2 % of the letters, or PDF.js hears the structure in another order.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {PDFiumLibrary} from '@hyzyla/pdfium';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

const [program, dataset, layout] = process.argv.slice(2);
const kMostLost = 0.02;
const kRightToLeft = /^(ar|fa|he|ur)\b/;

const run = (...words) => execFileSync(program, words, {encoding: 'utf8', maxBuffer: 1 << 28});

// Without what readers may set by themselves: spaces, hyphens, what prints nothing.
const letters = text => [...text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}\u2010-]/gu, '')];

function drawn(language) {
  const line = /^\s*(?:(?:text|text-rtl|more|more-rtl|\+|\|) [-\d.,]+|begin figure) '((?:[^'\\]|\\.)*)'/gmu;
  const dump = run('dump', dataset, '-l', layout, '--lang', language, '--stage', 'scene');
  return letters([...dump.matchAll(line)].map(match => match[1].replace(/\\(.)/g, '$1')).join(''));
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

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'broadside-readers-'));
const library = await PDFiumLibrary.init();
let failures = 0;
try {
  run('build', dataset, '-l', layout, '--lang', 'all', '-f', 'pdf', '-o', path.join(folder, '{lang}.pdf'), '-q');
  for (const file of fs.readdirSync(folder).filter(name => name.endsWith('.pdf')).sort()) {
    const language = path.basename(file, '.pdf'), bytes = fs.readFileSync(path.join(folder, file));
    const expected = drawn(language), inPdfjs = await readByPdfjs(bytes);
    const missed = {pdfjs: lost(expected, inPdfjs.shown), pdfium: lost(expected, await readByPdfium(library, bytes))};
    // PDF.js turns words from right to left around one by one, and not the lines that they stand in.
    const isOrdered = kRightToLeft.test(language) ? lost(expected, inPdfjs.heard) === 0
                                                  : inPdfjs.heard.join('') === expected.join('');
    const isGood = Object.values(missed).every(count => count <= kMostLost * expected.length) && isOrdered;
    if (!isGood) ++failures;
    console.log(`${language}: of ${expected.length} letters PDF.js loses ${missed.pdfjs}, PDFium ${missed.pdfium}; `
                + `structure ${isOrdered ? 'in order' : 'OUT OF ORDER'}${isGood ? '' : ' - FAILED'}`);
  }
} finally {
  fs.rmSync(folder, {recursive: true});
  library.destroy();
}
process.exit(failures > 0 ? 1 : 0);
