#include "broadside/emit/pdf/content.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "broadside/emit/pdf/syntax.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

/// The scene's coordinates are multiples of 0.01 pt, those of what is turned are not.
constexpr int kPlaceDecimals = 4;
constexpr int kColourDecimals = 4;

}  // namespace

/// The glyphs of one run, shown by `TJ`: strings of codes and what moves the next one, in
/// thousandths of an em (PDF 1.7, 9.4.3).
class ShownGlyphs {
public:
    ShownGlyphs(PdfContent& content, PdfFont& font, Pt size)
        : content_(content), out_(content.out_), font_(font), size_(size) {}

    void add(const PdfText& text) {
        std::string_view utf8 = text.utf8;
        std::span<const RunGlyph> glyphs(text.glyphs);
        std::size_t bytes = 0;
        for (const RunCluster& cluster : text.clusters) {
            bytes += cluster.bytes;
            if (cluster.glyphs == 0) continue;  // said with the next one
            add(utf8.substr(0, bytes), glyphs.first(cluster.glyphs));
            utf8.remove_prefix(bytes);
            glyphs = glyphs.subspan(cluster.glyphs);
            bytes = 0;
        }
        close();
        if (rise_ != 0) out_ += "0 Ts ";
    }

private:
    /// Readers without `ActualText` find the characters as far as there are glyphs to hold them;
    /// the others say nothing.
    void add(std::string_view utf8, std::span<const RunGlyph> glyphs) {
        if (glyphs.size() == 1 && !utf8.empty()) {
            const PdfFont::Code code = font_.code(glyphs.front().id, utf8);
            if (code.is_exact) return show(glyphs.front(), code);
        }
        const unicode::Characters characters = unicode::characters_of(utf8);
        std::vector<PdfFont::Code> codes;
        bool is_exact = glyphs.size() == 1;
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            std::string_view said = kNothing;
            if (i < characters.size()) said = utf8.substr(characters[i].begin, characters[i].size);
            if (i + 1 == glyphs.size() && i < characters.size())
                said = utf8.substr(characters[i].begin);
            codes.push_back(font_.code(glyphs[i].id, said));
            is_exact &= codes.back().is_exact;
        }
        if (!is_exact) {
            close();
            content_.open_words(utf8);
        }
        for (std::size_t i = 0; i < glyphs.size(); ++i) show(glyphs[i], codes[i]);
        if (is_exact) return;
        close();
        content_.close_words();
    }

    void show(const RunGlyph& glyph, const PdfFont::Code& code) {
        const double rise = -glyph.y.value;
        if (std::abs(rise - rise_) > 1e-4) {
            close();
            append_number(out_, rise, kPlaceDecimals);
            out_ += " Ts ";
            rise_ = std::abs(rise) > 1e-4 ? rise : 0;
        }
        const long move = std::lround((pen_ - glyph.x / size_) * 1000);
        if (move != 0) {
            end_string();
            begin_array();
            out_ += std::to_string(move);
            pen_ -= static_cast<double>(move) / 1000;
        }
        begin_array();
        if (!is_in_string_) out_ += '<';
        is_in_string_ = true;
        append_hexadecimal(out_, code.value);
        pen_ += code.advance;
    }

    void begin_array() {
        content_.open_mark();
        if (!is_in_array_) out_ += '[';
        is_in_array_ = true;
    }

    void end_string() {
        if (is_in_string_) out_ += '>';
        is_in_string_ = false;
    }

    void close() {
        end_string();
        if (is_in_array_) out_ += "] TJ ";
        is_in_array_ = false;
    }

    /// The word joiner: what has no text at all, readers replace by signs of their own.
    static constexpr std::string_view kNothing = "\u2060";

    PdfContent& content_;
    std::string& out_;
    PdfFont& font_;
    Pt size_;
    double pen_ = 0;   // in em, from the run's origin
    double rise_ = 0;  // in pt
    bool is_in_array_ = false, is_in_string_ = false;
};

PdfContent::PdfContent(const Size& page) {
    out_ = "1 0 0 -1 0 ";
    number(page.height.value, 6);
    out_ += "cm\n";
}

void PdfContent::number(double number, int decimals) {
    append_number(out_, number, decimals);
    out_ += ' ';
}

void PdfContent::point(Point point) {
    number(point.x.value, kPlaceDecimals);
    number(point.y.value, kPlaceDecimals);
}

void PdfContent::open_mark() {
    if (is_marked_) return;
    is_marked_ = true;
    if (next_) {
        fmt::format_to(std::back_inserter(out_), "/{} <</MCID {}>> BDC\n", type_, next_());
        return;
    }
    switch (artifact_) {
        case Artifact::Decoration: out_ += "/Artifact BMC\n"; break;
        case Artifact::Page: out_ += "/Artifact <</Type /Page>> BDC\n"; break;
        case Artifact::Repeated: out_ += "/Artifact <</Type /Pagination>> BDC\n"; break;
        case Artifact::Header:
            out_ += "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n";
            break;
        case Artifact::Footer:
            out_ += "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n";
            break;
    }
}

void PdfContent::close_mark() {
    if (is_marked_) out_ += "EMC\n";
    is_marked_ = false;
}

/// A piece that readers take for this text, whatever its glyphs say (14.9.4). Artifacts are not
/// read.
void PdfContent::open_words(std::string_view utf8) {
    if (!next_) return;
    close_mark();
    is_marked_ = true;
    fmt::format_to(std::back_inserter(out_), "/Span <</MCID {}/ActualText <FEFF", next_());
    append_utf16(out_, utf8);
    out_ += ">>> BDC\n";
}

void PdfContent::close_words() {
    if (next_) close_mark();
}

void PdfContent::mark_artifact(Artifact kind) {
    if (!next_ && artifact_ == kind) return;
    close_mark();
    next_ = nullptr;
    artifact_ = kind;
}

void PdfContent::mark(std::string_view type, std::function<std::size_t()> next) {
    close_mark();
    type_ = type;
    next_ = std::move(next);
}

void PdfContent::mark_empty(std::string_view type, std::size_t number) {
    close_mark();
    fmt::format_to(std::back_inserter(out_), "/{} <</MCID {}>> BDC EMC\n", type, number);
}

void PdfContent::begin_text() {
    close_mark();
    out_ += "BT\n";
}

void PdfContent::end_text() {
    close_mark();
    out_ += "ET\n";
}

void PdfContent::set_fill(Colour colour) {
    if (fill_ == colour) return;
    fill_ = colour;
    append_colour(out_, colour, kColourDecimals);
    out_ += "rg\n";
}

void PdfContent::fill(const Rect& rect, Colour colour) {
    open_mark();
    set_fill(colour);
    point({rect.x, rect.y});
    point({rect.width, rect.height});
    out_ += "re f\n";
}

void PdfContent::stroke(std::span<const scene::StrokeLine> lines) {
    if (lines.empty()) return;
    open_mark();
    const auto& [from, to, width, colour] = lines.front();
    if (stroke_ != colour) {
        stroke_ = colour;
        append_colour(out_, colour, kColourDecimals);
        out_ += "RG ";
    }
    if (width_ != width) {
        width_ = width;
        number(width.value, kPlaceDecimals);
        out_ += "w ";
    }
    for (const scene::StrokeLine& line : lines) {
        point(line.from);
        out_ += "m ";
        point(line.to);
        out_ += "l\n";
    }
    out_ += "S\n";
}

void PdfContent::run(const LineRun& run, const PdfText& text, const std::optional<Turn>& turn,
                     PdfFont& font, std::string_view name) {
    set_fill(run.glyphs.colour);
    fmt::format_to(std::back_inserter(out_), "/{} ", name);
    number(run.glyphs.size.value, kPlaceDecimals);
    out_ += "Tf ";
    const double cosine = turn ? turn->cosine : 1, sine = turn ? turn->sine : 0;
    for (const double entry : {cosine, -sine, -sine, -cosine}) number(entry, 6);
    point(turn ? turned(run.origin, *turn) : run.origin);
    out_ += "Tm ";
    ShownGlyphs(*this, font, run.glyphs.size).add(text);
    out_ += '\n';
}

void PdfContent::form(std::string_view name, Point origin, Pt side) {
    open_mark();
    fmt::format_to(std::back_inserter(out_), "q {0:.4f} 0 0 {0:.4f} {1:.4f} {2:.4f} cm /{3} Do Q\n",
                   side.value, origin.x.value, origin.y.value, name);
}

std::string PdfContent::finish() {
    close_mark();
    return std::move(out_);
}

}  // namespace broadside::emit
