#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "broadside/base/dump_lines.hpp"
#include "broadside/base/dump_words.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::scene {

namespace {

/// Prints the fields that differ from their defaults: those are the meaningful ones.
std::string describe(const Tag& tag) {
    std::string out(word(tag.role));
    auto sink = std::back_inserter(out);
    if (!tag.id.empty()) fmt::format_to(sink, " id={}", tag.id);
    if (!tag.note.empty()) fmt::format_to(sink, " note={}", *tag.note.value);
    if (tag.level != 0) fmt::format_to(sink, " level={}", tag.level);
    if (tag.role == Role::Row) fmt::format_to(sink, " row={}", tag.row);
    if (tag.role == Role::Cell || tag.role == Role::HeaderCell) {
        fmt::format_to(sink, " row={} col={}", tag.row, tag.column);
    }
    if (tag.row_span != 1) fmt::format_to(sink, " rows={}", tag.row_span);
    if (tag.column_span != 1) fmt::format_to(sink, " cols={}", tag.column_span);
    if (tag.scope != HeaderScope::None) fmt::format_to(sink, " scope={}", word(tag.scope));
    if (tag.table != 0) fmt::format_to(sink, " number={}", tag.table);
    if (tag.continued) out += " continued";
    if (tag.covered) out += " covered";
    if (tag.repeated) out += " repeated";
    if (!tag.label.empty()) fmt::format_to(sink, " {}", quoted(tag.label));
    if (!tag.url.empty()) fmt::format_to(sink, " url={}", quoted(tag.url.address()));
    return out;
}

std::string describe(const LineRun& run) {
    const GlyphRun& glyphs = run.glyphs;
    std::string out = fmt::format("{} {} {}", at(run.origin), quoted(glyphs.utf8), words(glyphs));
    auto sink = std::back_inserter(out);
    if (!glyphs.language.empty()) fmt::format_to(sink, " lang={}", glyphs.language);
    if (!run.note.empty()) fmt::format_to(sink, " note={}", *run.note.value);
    if (run.call != 0) fmt::format_to(sink, " call={}", run.call);
    if (!run.url.empty()) fmt::format_to(sink, " url={}", quoted(run.url.address()));
    return out;
}

class Dumper : public DumpLines {
public:
    void operator()(const BeginGroup& group) {
        line("begin {}", describe(group.tag));
        indent();
    }

    void operator()(const EndGroup&) {
        outdent();
        line("end");
    }

    void operator()(const FillRect& fill) {
        line("rect {} {}", box(fill.rect), words(fill.colour));
    }

    void operator()(const StrokeLine& stroke) {
        line("rule {} {} width={} {}", at(stroke.from), at(stroke.to), number(stroke.width),
             words(stroke.colour));
    }

    /// The first run carries the op's name, the first of each further line a bar, those that follow
    /// on the same line a plus sign.
    void operator()(const DrawText& text) {
        std::string_view word = text.direction == Direction::LeftToRight ? "text" : "text-rtl";
        if (text.continues) word = text.direction == Direction::LeftToRight ? "more" : "more-rtl";
        if (text.turn)
            line("{} about {}", text.turn->is_upwards() ? "turned" : "slanted",
                 at(text.turn->about));
        for (const Line& each : text.lines) {
            if (each.runs.empty()) line("{} {}", word, at({each.left, each.baseline}));
            for (const LineRun& run : each.runs) {
                const bool is_last = &run == &each.runs.back();
                line("{} {}{}{}", word, describe(run),
                     is_last && each.is_hyphenated ? " hyphenated" : "",
                     is_last && each.is_fed ? " fed" : "");
                word = "   +";
            }
            word = "   |";
        }
    }

    void operator()(const DrawSymbol& symbol) {
        if (symbol.drawing && symbol.drawing->image) {
            const Image& image = *symbol.drawing->image;
            return line("picture {} {} {} {}x{}", box(symbol.box), symbol.drawing->name,
                        image.type == ImageType::Png ? "png" : "jpeg", image.width, image.height);
        }
        line("symbol {} {} {}", box(symbol.box), symbol.drawing ? symbol.drawing->name : "none",
             words(symbol.colour));
    }

    void page(const Page& page) {
        line("page {}x{} {}", number(page.size.width), number(page.size.height), words(page.paper));
        indented([&] {
            for (const Op& op : page.ops) std::visit(*this, op);
        });
    }
};

}  // namespace

std::string dump(const Scene& scene) {
    Dumper dumper;
    dumper.line("scene {} {} {}{}", quoted(scene.metadata.title),
                scene.metadata.language.empty() ? "und" : scene.metadata.language,
                word(scene.direction), scene.keeps_size ? " keeps-size" : "");
    for (const Page& page : scene.pages) dumper.page(page);
    return dumper.take();
}

}  // namespace broadside::scene
