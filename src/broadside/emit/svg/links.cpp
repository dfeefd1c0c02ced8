#include "broadside/emit/svg/text.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "broadside/emit/markup.hpp"

namespace broadside::emit {

namespace {

/// The address of file `to` as seen from file `from`: RFC 3986, section 2.3, and the slashes
/// between folders.
std::string relative_address(std::string_view from, std::string_view to) {
    const auto differ = std::mismatch(from.begin(), from.end(), to.begin(), to.end()).first;
    const auto same = static_cast<std::size_t>(differ - from.begin());
    const std::size_t folder = from.substr(0, same).rfind('/') + 1;  // 0 where there is none
    std::string address;
    for (const char c : from.substr(folder)) address += c == '/' ? "../" : "";
    return address + percent_encoded(to.substr(folder), "-._~/");
}

/// A link that is a picture has its name. One that only decorates stands beside words that lead to
/// the same place: nobody needs it twice.
std::string name_attributes(const scene::Tag& tag) {
    if (tag.role == scene::Role::Ornament) return " aria-hidden=\"true\" tabindex=\"-1\"";
    return attribute("aria-label", tag.label);
}

}  // namespace

std::string SvgLinks::run_attributes(const LineRun& run) {
    return run.url.empty() ? mark_attributes(run.note) : attribute("href", run.url.address());
}

std::string SvgLinks::mark_attributes(const NoteId& note) {
    const auto pages = notes_.find(note);
    if (pages == notes_.end()) return {};
    std::string attributes = " role=\"doc-noteref\"";
    const std::string anchor = mark_anchor(note);
    if (pages->second.first_mark == page_ && anchors_.insert(anchor).second)
        attributes += fmt::format(" id=\"{}-{}\"", kFileName, anchor);
    return attributes + reference(pages->second.note, note_anchor(note));
}

std::string SvgLinks::group_attributes(const scene::Tag& tag) const {
    if (!tag.url.empty()) return attribute("href", tag.url.address()) + name_attributes(tag);
    const auto pages = notes_.find(tag.note);
    if (tag.role != scene::Role::ListLabel || pages == notes_.end()) return {};
    return " role=\"doc-backlink\"" + reference(pages->second.first_mark, mark_anchor(tag.note));
}

std::string SvgLinks::item_id(const scene::Tag& tag) {
    const auto pages = notes_.find(tag.note);
    const bool is_here =
        tag.role == scene::Role::ListItem && pages != notes_.end() && pages->second.note == page_;
    const std::string anchor = note_anchor(tag.note);
    if (!is_here || !anchors_.insert(anchor).second) return {};
    return fmt::format(" id=\"{}-{}\"", kFileName, anchor);
}

std::string SvgLinks::reference(std::size_t page, const std::string& anchor) const {
    if (page == page_) return fmt::format(" href=\"#{}-{}\"", kFileName, anchor);
    return fmt::format(" href=\"{}#{}{}{}-{}\"", relative_address(paths_[page_], paths_[page]),
                       kOtherFile, page, kOtherFile, anchor);
}

}  // namespace broadside::emit
