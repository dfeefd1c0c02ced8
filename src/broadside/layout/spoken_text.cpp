#include "broadside/layout/spoken_text.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

#include "broadside/base/phrases.hpp"

namespace broadside::layout {

namespace {

/// In bytes: it is said again in every slot that the cell covers, of which there may be thousands.
constexpr std::size_t kLongest = 1000;

class Speech {
public:
    explicit Speech(Typesetter& typesetter) : typesetter_(typesetter) {}

    void operator()(const doc::Paragraph& paragraph) {
        part();
        const MeasuredText* text = typesetter_.measured(paragraph);
        if (text == nullptr) return;
        const doc::Span* said = nullptr;
        for (const text::Cluster& cluster : text->shaped->clusters) {
            const doc::Span& span = text->span_of(cluster);
            if (span.symbol)
                text_ += span.symbol->alt;
            else if (!span.spoken)
                say(cluster, *text->shaped);
            else if (said != &span)
                text_ += *span.spoken;
            said = &span;
        }
    }
    void operator()(const doc::SymbolLine& line) {
        say(*line.symbol);
        say(typesetter_.measured(line));
    }

    void say(const doc::Symbol& symbol) {
        part();
        text_ += symbol.alt;
    }

    std::string take() {
        trim();
        return std::move(text_);
    }

private:
    void say(const MeasuredText* text) {
        if (text == nullptr) return;
        for (const text::Cluster& cluster : text->shaped->clusters) say(cluster, *text->shaped);
    }

    void say(const text::Cluster& cluster, const text::Shaped& shaped) {
        if (!cluster.is_hidden || shaped.is_joiner(cluster)) text_ += shaped.text_of(cluster);
        if (cluster.break_after == text::Break::Mandatory) part();
    }

    void part() {
        trim();
        if (!text_.empty()) text_ += ' ';
    }

    void trim() {
        while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    }

    Typesetter& typesetter_;
    std::string text_;
};

}  // namespace

std::string spoken_text(const doc::Cell& cell, Typesetter& typesetter) {
    Speech speech(typesetter);
    for (const doc::Content& content : cell.content) std::visit(speech, content);
    if (cell.badge) speech.say(*cell.badge);
    return excerpt(speech.take(), kLongest);
}

bool is_abbreviated(const doc::Cell& cell) {
    return std::any_of(cell.content.begin(), cell.content.end(), [](const doc::Content& content) {
        const auto* text = std::get_if<doc::Paragraph>(&content);
        return text && std::any_of(text->spans.begin(), text->spans.end(),
                                   [](const doc::Span& span) { return bool(span.spoken); });
    });
}

}  // namespace broadside::layout
