#include "broadside/conformance/marks.hpp"

#include <algorithm>

#include "broadside/conformance/structure.hpp"
#include "broadside/conformance/text_string.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::conformance {

namespace {

// A page of A0 in the smallest type has about as many.
constexpr double kMostMarks = 1e6;

}  // namespace

bool Marks::is_inside(Kind kind) const {
    return std::any_of(open_.begin(), open_.end(),
                       [kind](const Mark& mark) { return mark.kind == kind; });
}

Marks::Kind Marks::begin_artifact(const Value* properties) {
    if (properties) {
        check_keys(file_, *properties,
                   {{"Type", kMust, Holds::Name, "Pagination|Layout|Page|Background"},
                    {"Subtype", kMay, Holds::Name, "Header|Footer|Watermark"},
                    {"Attached", kMay, Holds::Array},
                    {"BBox", kMay, Holds::Array}},
                   subject_, problems_);
    }
    if (is_inside(Kind::Content)) fail("an /Artifact is inside of what has a meaning");
    if (is_inside(Kind::Artifact)) fail("an /Artifact is inside of another");
    return Kind::Artifact;
}

Marks::Kind Marks::begin_span(const Value& tag, const Value& properties, bool& has_words) {
    check_keys(file_, properties,
               {{"ActualText", kMay, Holds::String}, {"Lang", kMay, Holds::String}}, subject_,
               problems_);
    check_language(file_, properties, subject_, problems_);
    const auto text = checked_text(file_, properties, "ActualText", subject_, problems_);
    has_words = text && !is_blank(*text);
    if (!tag.is_name("Span") || properties.items.empty())
        fail("{} without an /MCID says nothing", shown(tag));
    return Kind::Span;
}

Marks::Kind Marks::begin_content(const Value& tag, const Value& properties) {
    check_keys(file_, properties, {{"MCID", kMust, Holds::Integer}}, subject_, problems_);
    const double id = file_.at(properties, "MCID").number;
    if (!find_type(tag.bytes)) fail("unknown tag {}", shown(tag));
    if (is_inside(Kind::Content) || is_inside(Kind::Artifact))
        fail("MCID {} is inside of another mark", id);
    if (id < 0 || id > kMostMarks) {
        fail("expected an MCID from 0, got {}", id);
        return Kind::Content;
    }
    const auto place = static_cast<std::size_t>(id);
    if (place >= met_.size()) met_.resize(place + 1);
    if (++met_[place] == 2) fail("MCID {} stands there twice", place);
    return Kind::Content;
}

void Marks::begin(const Value& tag, const Value* properties, bool in_text) {
    if (open_.size() > limits::kMaxPdfDepth) return fail("marks are nested too deep");
    Mark mark{Kind::Span, shown(tag), in_text};
    if (tag.is_name("Artifact")) {
        mark.kind = begin_artifact(properties);
    } else if (properties && properties->find("MCID")) {
        mark.kind = begin_content(tag, *properties);
        mark.name = fmt::format("MCID {}", file_.at(*properties, "MCID").number);
    } else {
        mark.kind = begin_span(tag, properties ? *properties : Value(), mark.has_words);
    }
    open_.push_back(std::move(mark));
}

void Marks::end(bool in_text) {
    if (open_.empty()) return fail("EMC without a mark");
    const Mark mark = std::move(open_.back());
    open_.pop_back();
    if (mark.in_text != in_text)
        fail("EMC: the mark of {} crosses the beginning or end of a text", mark.name);
    if (mark.kind == Kind::Content && !mark.has_words && !mark.has_drawing)
        fail("{} shows nothing that is read or seen", mark.name);
    if (mark.kind == Kind::Span && !open_.empty()) {
        open_.back().has_words |= mark.has_words;
        open_.back().has_drawing |= mark.has_drawing;
    }
}

void Marks::paint(std::string_view operator_word) {
    if (!is_inside(Kind::Content) && !is_inside(Kind::Artifact))
        fail("{} is outside of what is marked", operator_word);
    if (!open_.empty()) open_.back().has_drawing = true;
}

void Marks::show(const std::string& text) {
    if (!is_inside(Kind::Content) && !is_inside(Kind::Artifact))
        fail("a text is outside of what is marked");
    if (open_.empty() || open_.back().has_words) return;
    const std::u32string characters = unicode::decode(text);
    open_.back().has_words = std::any_of(characters.begin(), characters.end(), [](char32_t c) {
        return !unicode::is_default_ignorable(c);
    });
}

std::vector<std::size_t> Marks::finish() {
    if (!open_.empty()) fail("EMC of {} is not there", open_.back().name);
    for (std::size_t id = 0; id < met_.size(); ++id) {
        if (met_[id] == 0) fail("MCID {} is left out", id);
    }
    return std::move(met_);
}

}  // namespace broadside::conformance
