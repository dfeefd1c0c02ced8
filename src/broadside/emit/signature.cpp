#include "broadside/emit/signature.hpp"

#include <algorithm>
#include <array>

namespace broadside::emit {

namespace {

struct Markup {
    std::string_view begin;
    std::string_view end;
};

/// A document type ends at the first bracket that closes: entities between square brackets are not
/// told apart, and what follows them is skipped like a comment.
constexpr std::array<Markup, 4> kBeforeTheRoot = {
    {{"<?", "?>"}, {"<!--", "-->"}, {"<!DOCTYPE", ">"}, {"<!ENTITY", ">"}}};

std::string_view without_space(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n]>"), text.size()));
    return text;
}

}  // namespace

bool is_pdf(std::string_view bytes) { return bytes.starts_with("%PDF-"); }

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1A\n"); }

bool is_svg(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    for (bytes = without_space(bytes); !bytes.empty(); bytes = without_space(bytes)) {
        const auto markup =
            std::find_if(kBeforeTheRoot.begin(), kBeforeTheRoot.end(),
                         [bytes](const Markup& kind) { return bytes.starts_with(kind.begin); });
        if (markup == kBeforeTheRoot.end()) break;
        const std::size_t end = bytes.find(markup->end, markup->begin.size());
        if (end == std::string_view::npos) return false;
        bytes.remove_prefix(end + markup->end.size());
    }
    const std::string_view name = bytes.substr(0, bytes.find_first_of(" \t\r\n/>"));
    return name == "<svg" || (name.starts_with('<') && name.ends_with(":svg"));
}

}  // namespace broadside::emit
