#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

/// What may be asked of each format's files.
namespace broadside {

/// What is behind the content of a PNG.
enum class PngBackground {
    Page,         // the page's own colour
    Transparent,  // nothing
};

/// How an SVG holds its text.
enum class SvgText {
    Embed,    // as text, with the fonts that it needs
    System,   // as text in the reader's own fonts, every run held to its width
    Outline,  // as outlines of glyphs under invisible text, for readers without fonts
};

/// Whether other colours may take the places of an SVG's.
enum class SvgTheme {
    Fixed,  // none may
    Auto,   // dark ones where its surroundings are dark, and those that a page around it names
};

enum class HtmlForm {
    Page,      // that needs nothing else
    Fragment,  // one element with its style sheet: neither touches what is around it
};

/// How files of any format come out; each format looks at its own.
struct OutputOptions {
    double ppi = 150;          // pixels per inch of a PNG: 1 to 2400
    bool png_palette = false;  // at most 256 colours, of one byte each
    PngBackground png_background = PngBackground::Page;
    SvgText svg_text = SvgText::Embed;
    SvgTheme svg_theme = SvgTheme::Fixed;
    HtmlForm html = HtmlForm::Page;
    std::optional<std::int64_t> creation_time = {};  // seconds since 1970-01-01 UTC; empty: untold
};

/// What a PDF says that it keeps of PDF/A (ISO 19005), for archives.
enum class PdfArchive : std::uint8_t { None, A2a, A3a };

/// What a PDF says that it keeps. Attached files need A3a or None.
struct PdfStandards {
    bool ua_1 = true;  // PDF/UA-1 (ISO 14289-1), for who does not see it
    PdfArchive archive = PdfArchive::A2a;
    bool operator==(const PdfStandards&) const = default;
};

/// What a finished PDF says that it keeps.
struct PdfPromises {
    bool ua_1 = false;     // PDF/UA-1
    int archive_part = 0;  // PDF/A-2a or, with attached files, 3a; 0: neither
    std::size_t pages = 0;
};

}  // namespace broadside
