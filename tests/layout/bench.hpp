#pragma once

#include <deque>
#include <string>
#include <vector>

#include "broadside/layout/arrange.hpp"
#include "broadside/layout/place_pages.hpp"
#include "broadside/layout/typesetter.hpp"
#include "broadside/placed/parts.hpp"
#include "support/doc_builder.hpp"
#include "support/mono_shaper.hpp"

namespace broadside::layout {

/// Everything that a piece of layout is given.
struct Bench {
    test::MonoShaper shaper;
    doc::Document document;
    Typesetter typesetter{document, shaper};

    Bench() : Bench(test::document()) {}
    explicit Bench(doc::Document given) : document(std::move(given)) {}

    void scale(double type, double padding = 1) {
        Setting setting;
        setting.type_scale = type;
        setting.padding_scale = padding;
        typesetter.use(setting);
    }

    std::vector<placed::Page> pages(const Spread& spread = {}) {
        return place_pages(document, flow(typesetter, spread), typesetter);
    }
};

/// The same for languages that share a grid.
struct SharedBench {
    test::MonoShaper shaper;
    std::deque<doc::Document> editions;
    Typesetter typesetter;

    explicit SharedBench(std::deque<doc::Document> given)
        : editions(std::move(given)), typesetter(pointers(), shaper) {}

    std::vector<const doc::Document*> pointers() const {
        std::vector<const doc::Document*> pointers;
        for (const doc::Document& edition : editions) pointers.push_back(&edition);
        return pointers;
    }
};

inline doc::Document in_language(const std::string& language, doc::Document document) {
    document.metadata.language = language;
    return document;
}

inline std::string text_of(const placed::Line& line) {
    std::string text;
    for (const placed::Run& run : line.runs) text += run.glyphs.utf8;
    return text;
}

inline std::vector<std::string> lines_of(const placed::Text& text) {
    std::vector<std::string> lines;
    for (const placed::Line& line : text.lines) lines.push_back(text_of(line));
    return lines;
}

inline const placed::Text& text_of(const placed::Content& content) {
    return std::get<placed::Text>(content);
}

inline std::vector<std::string> messages_of(const Diagnostics& diagnostics) {
    std::vector<std::string> messages;
    for (const Diagnostic& diagnostic : diagnostics) messages.push_back(diagnostic.message);
    return messages;
}

inline std::vector<double> values_of(const std::vector<Pt>& lengths) {
    std::vector<double> values;
    for (const Pt length : lengths) values.push_back(length.value);
    return values;
}

/// The parts of a kind, in reading order.
template <typename Part>
std::vector<Part> parts_of(const std::vector<placed::Item>& items) {
    std::vector<Part> found;
    placed::for_each_part(items, [&](const Part& part) { found.push_back(part); });
    return found;
}

template <typename Part>
std::vector<Part> parts_of(const std::vector<placed::Page>& pages) {
    std::vector<Part> found;
    for (const placed::Page& page : pages) {
        for (Part& part : parts_of<Part>(page.items)) found.push_back(std::move(part));
    }
    return found;
}

/// The page numbers.
inline std::vector<placed::Text> numbers_of(const std::vector<placed::Page>& pages) {
    std::vector<placed::Text> numbers = parts_of<placed::Text>(pages);
    std::erase_if(numbers,
                  [](const placed::Text& text) { return text.meaning->role != Role::PageNumber; });
    return numbers;
}

/// What only accompanies the pages, but for their numbers.
inline std::vector<placed::Text> asides_of(const std::vector<placed::Page>& pages) {
    std::vector<placed::Text> asides = parts_of<placed::Text>(pages);
    std::erase_if(asides, [](const placed::Text& text) {
        return !text.is_aside || text.meaning->role == Role::PageNumber;
    });
    return asides;
}

}  // namespace broadside::layout
