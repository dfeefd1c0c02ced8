#include "broadside/conformance/content.hpp"

#include <algorithm>

#include "broadside/conformance/structure.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::conformance {

bool Marks::is_inside(Kind kind) const {
    return std::any_of(open_.begin(), open_.end(),
                       [kind](const Mark& mark) { return mark.kind == kind; });
}

void Marks::begin_artifact(const Value* properties, Mark& mark) {
    mark.kind = Kind::Artifact;
    if (properties) {
        check_.keys(*properties, {{"Type", kMay, Holds::Name, "Pagination|Layout|Page|Background"},
                                  {"Subtype", kMay, Holds::Name, "Header|Footer|Watermark"},
                                  {"ActualText", kMay, Holds::String}});
        take_words(*properties, mark);
        mark.is_pagination = check_.file.at(*properties, "Type").is_name("Pagination");
    }
    if (is_inside(Kind::Content)) check_.fail("an /Artifact is inside of what has a meaning");
    if (is_inside(Kind::Artifact)) check_.fail("an /Artifact is inside of another");
}

void Marks::take_words(const Value& properties, Mark& mark) {
    check_.language(properties);
    const auto text = check_.text(properties, "ActualText");
    if (!text) return;
    if (text->empty()) check_.fail("an /ActualText is empty");
    mark.has_text = mark.has_text || !text->empty();
    mark.is_seen = mark.is_seen || !unicode::says_nothing(*text);
}

void Marks::begin_span(const Value& tag, const Value& properties, Mark& mark) {
    check_.keys(properties, {{"ActualText", kMay, Holds::String}, {"Lang", kMay, Holds::String}});
    take_words(properties, mark);
    if (!tag.is_name("Span") || properties.items.empty())
        check_.fail("{} without an /MCID says nothing", shown(tag));
}

void Marks::begin_content(const Value& tag, const Value& properties, Mark& mark) {
    check_.keys(properties, {{"MCID", kMust, Holds::Integer},
                             {"ActualText", kMay, Holds::String},
                             {"Lang", kMay, Holds::String}});
    take_words(properties, mark);
    // PDF 1.7, 14.9.2.3 and 14.9.4: these belong to the tag Span.
    if (properties.items.size() > 2 && !tag.is_name("Span"))
        check_.fail("{} has a /Lang or /ActualText, which only /Span has", shown(tag));
    const double id = check_.file.at(properties, "MCID").number;
    if (!find_type(tag.bytes)) check_.fail("unknown tag {}", shown(tag));
    if (is_inside(Kind::Content) || is_inside(Kind::Artifact))
        check_.fail("MCID {} is inside of another mark", id);
    if (id < 0) return check_.fail("expected an MCID from 0, got {}", id);
    mark.kind = Kind::Content;
    mark.name = fmt::format("MCID {}", id);
    mark.id = static_cast<std::size_t>(id);
    if (++met_[mark.id].times == 2) check_.fail("{} stands there twice", mark.name);
}

void Marks::begin(const Value& tag, const Value* properties, bool in_text) {
    if (open_.size() > limits::kMaxPdfDepth) return check_.fail("marks are nested too deep");
    Mark mark{Kind::Span, shown(tag), in_text};
    if (tag.is_name("Artifact"))
        begin_artifact(properties, mark);
    else if (properties && properties->find("MCID"))
        begin_content(tag, *properties, mark);
    else
        begin_span(tag, properties ? *properties : Value(), mark);
    open_.push_back(std::move(mark));
}

void Marks::end(bool in_text) {
    if (open_.empty()) return check_.fail("EMC without a mark");
    const Mark mark = std::move(open_.back());
    open_.pop_back();
    if (mark.in_text != in_text)
        check_.fail("EMC: the mark of {} crosses the beginning or end of a text", mark.name);
    if (mark.kind == Kind::Content) {
        met_[mark.id].has_text |= mark.has_text;
        met_[mark.id].is_seen |= mark.is_seen;
    } else if (mark.kind == Kind::Span && !open_.empty()) {
        open_.back().has_text |= mark.has_text;
        open_.back().is_seen |= mark.is_seen;
    }
}

void Marks::paint(std::string_view operator_word) {
    if (!is_inside(Kind::Content) && !is_inside(Kind::Artifact))
        check_.fail("{} is outside of what is marked", operator_word);
    if (!open_.empty()) open_.back().is_seen = true;
}

void Marks::show(const std::string& text) {
    const auto artifact = std::find_if(
        open_.begin(), open_.end(), [](const Mark& mark) { return mark.kind == Kind::Artifact; });
    if (artifact != open_.end() && !artifact->is_pagination)
        check_.fail("a text is an /Artifact of another type than /Pagination");
    if (artifact == open_.end() && !is_inside(Kind::Content))
        check_.fail("a text is outside of what is marked");
    if (open_.empty() || open_.back().is_seen) return;
    // What writers give to glyphs that say nothing.
    constexpr std::string_view kNothing = "\u2060";
    for (std::size_t at = 0; at < text.size() && !open_.back().has_text; at += kNothing.size())
        open_.back().has_text = text.compare(at, kNothing.size(), kNothing) != 0;
    open_.back().is_seen = !unicode::says_nothing(text);
}

std::vector<MarkedContent> Marks::finish() {
    if (!open_.empty()) check_.fail("EMC of {} is not there", open_.back().name);
    std::vector<MarkedContent> marks(met_.size());
    for (std::size_t id = 0; id < marks.size(); ++id) {
        const auto met = met_.find(id);
        if (met == met_.end())
            check_.fail("MCID {} is left out", id);
        else
            marks[id] = met->second;
    }
    return marks;
}

}  // namespace broadside::conformance
