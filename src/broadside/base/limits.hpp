#pragma once

#include <cstddef>
#include <cstdint>

#include "broadside/base/units.hpp"

/// Every bound of the program in one place, each with its reason.
namespace broadside::limits {

/// An input file larger than this is a mistake, not a dataset: 10,000 rows take about 4 MB.
inline constexpr std::size_t kMaxInputBytes = std::size_t{64} << 20;

/// JSON nested deeper than this exhausts the stack before it says anything useful.
inline constexpr std::size_t kMaxJsonDepth = 64;

/// A font file larger than this is none: all weights and languages of Noto Sans CJK in one
/// collection are 120 MB. It is read whole.
inline constexpr std::size_t kMaxFontBytes = std::size_t{256} << 20;

/// Values of one JSON file, each about 130 bytes in memory: enough for the rows below with ten
/// cells of four.
inline constexpr std::size_t kMaxJsonValues = std::size_t{4} * 1000 * 1000;

/// Columns of one table. On the widest page (A0 landscape) 256 columns are 4.6 mm each.
inline constexpr std::size_t kMaxColumns = 256;

/// Rows of one dataset: 100,000 rows are about 3,000 pages, more than anybody folds.
inline constexpr std::size_t kMaxRows = 100000;

/// Records of one file, each a page at least: what a mailing house prints in a night.
inline constexpr std::size_t kMaxRecords = 100000;

/// Cells of a spreadsheet that say something, each about 250 bytes in memory.
inline constexpr std::size_t kMaxSheetCells = std::size_t{1} * 1000 * 1000;

/// What one file in an XLSX or ODS unpacks to; and its elements inside each other, of which
/// files in use have about ten.
inline constexpr std::size_t kMaxSheetPartBytes = std::size_t{256} << 20;
inline constexpr std::size_t kMaxSheetDepth = 64;

/// Bytes of one string. A cell of 20,000 characters fills several pages by itself.
inline constexpr std::size_t kMaxStringBytes = std::size_t{64} << 10;

/// Path segments of one symbol file, after arcs are resolved, with stops of gradients and dashes:
/// flags with coats of arms have 55,000.
inline constexpr std::size_t kMaxSymbolSegments = 60000;

/// Elements of one symbol file, and those drawn with the copies that <use> makes; the bytes of all
/// that is copied.
inline constexpr std::size_t kMaxSymbolElements = 20000;
inline constexpr std::size_t kMaxSymbolCopiedBytes = std::size_t{4} << 20;

/// Groups of a symbol file inside each other: drawing programs write about ten.
inline constexpr std::size_t kMaxSymbolDepth = 256;

/// A file of a picture: the photo of a telephone has about half of it.
inline constexpr std::size_t kMaxPictureBytes = std::size_t{8} << 20;

/// Pixels of a picture, 64 MB in memory: a page of A4 at 400 ppi.
inline constexpr std::size_t kMaxPicturePixels = std::size_t{16} * 1000 * 1000;

/// Pixels of all pictures of a dataset: a logo for each of a thousand rows, of 250 by 250.
inline constexpr std::size_t kMaxPixelsOfPictures = std::size_t{64} * 1000 * 1000;

/// Passes of a progressive JPEG, each of which costs a walk over all its pixels: files in use have
/// about ten.
inline constexpr int kMaxJpegScans = 100;

/// Arrays and dictionaries of a PDF inside each other, and elements of its structure: files in use
/// have about twenty.
inline constexpr std::size_t kMaxPdfDepth = 100;

/// What one stream of a PDF unpacks to, and all of them: 1 MB of zeros deflates to 1 KB. The pixels
/// of the pictures below are 192 MB.
inline constexpr std::size_t kMaxPdfStreamBytes = std::size_t{64} << 20;
inline constexpr std::size_t kMaxPdfUnpackedBytes = std::size_t{512} << 20;

/// Codes of all fonts of a PDF, with widths or texts: forty fonts of ten thousand characters.
inline constexpr std::size_t kMaxPdfCodes = 1'000'000;

/// Heads that the cells of a PDF's table name together: a table of as many rows as there may be,
/// each of whose rows names eighty.
inline constexpr std::size_t kMaxPdfHeaders = 8'000'000;

/// Problems that are kept of one PDF: where every cell has one, the next say no more.
inline constexpr std::size_t kMaxPdfProblems = 1000;

/// Problems printed for one file; past these the file is of another kind than the program expects.
inline constexpr std::size_t kMaxDiagnostics = 100;

/// Layouts after which `fit` no longer bisects the type size.
inline constexpr int kMaxFitAttempts = 32;

/// PDF 1.7, Annex C: a page is at most 14,400 units wide and high.
inline constexpr Pt kMaxPageLength{14400};

/// A page is no smaller than a label of 1 cm.
inline constexpr Pt kLeastPageLength = millimetres(10);

/// Type, symbols and QR codes: below 1 pt nobody reads anything, and 1,000 pt are the height of a
/// poster's title on A0.
inline constexpr Pt kLeastSize{1}, kMostSize{1000};

/// White space and the width of rules, where they are not 0: less than the finest step of an
/// imagesetter (2,540 ppi is 0.03 pt) prints nothing.
inline constexpr Pt kLeastSpace{0.01}, kMostSpace{1000};

/// Shares of the room that columns divide, in `fr`, and a column's part of it in percent.
inline constexpr double kLeastShare = 0.001, kMostShare = 10000;
inline constexpr double kLeastPercentage = 0.1, kMostPercentage = 100;

/// Line heights, as multiples of the type size: from lines that touch to every sixth line.
inline constexpr double kLeastLineHeight = 0.5, kMostLineHeight = 5;

/// Columns of notes: on A4 six are 30 mm wide.
inline constexpr std::size_t kMaxNoteColumns = 6;

/// Cells that one entry of a layout's `cells` names, its rows times its columns.
inline constexpr std::size_t kMaxNamedCells = 10000;

/// Pages of a layout's `fit`: more are a book, and each costs a pass.
inline constexpr std::size_t kMaxFitPages = 1000;

/// Cards on a sheet: labels of 1 cm on A3 are 1,218.
inline constexpr std::size_t kMaxCardsPerSheet = 2500;

/// Pixels of one PNG: 400 megapixels are A0 at 425 ppi, and 1.6 GB of memory.
inline constexpr std::size_t kMaxPixels = std::size_t{400} * 1000 * 1000;

/// Pixels per inch of a PNG: at 1 an A4 page is 8 pixels wide, and no press resolves 2400.
inline constexpr double kLeastPpi = 1, kMostPpi = 2400;

/// A module of a QR code: what is recommended for print that telephones read; ISO/IEC 18004 leaves
/// it to the application.
inline constexpr Pt kLeastQrModule = millimetres(0.4);

/// Threads of one build. Each keeps about 15 MB of its own where all scripts are in use; the font
/// files are shared.
inline constexpr std::size_t kMaxThreads = 256;

/// 9999-12-31T23:59:59Z, in seconds since 1970-01-01: the years of dates have four digits.
inline constexpr std::int64_t kLastSecond = 253402300799;

}  // namespace broadside::limits
