#include "broadside/emit/pdf/structure.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "broadside/emit/pdf/syntax.hpp"

namespace broadside::emit {

namespace {

/// What a node of a tree holds (PDF 1.7, 7.9.6 and 7.9.7): with more, readers would have to look at
/// too much for one entry.
constexpr std::size_t kMostInNode = 64;

/// A name or number tree: `entries` are a key and its value each, sorted by the keys. Returns the
/// number of its root.
int write_tree(PdfWriter& writer, std::string_view entries_key,
               const std::vector<std::pair<std::string, std::string>>& entries) {
    struct Node {
        int number = 0;
        std::string_view first, last;
    };
    const int root = writer.new_number();
    if (entries.size() <= kMostInNode) {
        std::string text;
        for (const auto& [key, value] : entries) text += key + ' ' + value + ' ';
        writer.write(root, fmt::format("<< /{} [ {}] >>", entries_key, text));
        return root;
    }
    std::vector<Node> level;
    for (std::size_t begin = 0; begin < entries.size(); begin += kMostInNode) {
        const std::size_t end = std::min(begin + kMostInNode, entries.size());
        std::string text;
        for (std::size_t i = begin; i < end; ++i)
            text += entries[i].first + ' ' + entries[i].second + ' ';
        level.push_back({writer.new_number(), entries[begin].first, entries[end - 1].first});
        const auto& [number, first, last] = level.back();
        writer.write(number, fmt::format("<< /{} [ {}] /Limits [ {} {} ] >>", entries_key, text,
                                         first, last));
    }
    while (level.size() > 1) {
        std::vector<Node> above;
        const bool is_last = level.size() <= kMostInNode;
        for (std::size_t begin = 0; begin < level.size(); begin += kMostInNode) {
            const std::size_t end = std::min(begin + kMostInNode, level.size());
            std::string kids;
            for (std::size_t i = begin; i < end; ++i) append_reference(kids, level[i].number);
            above.push_back(
                {is_last ? root : writer.new_number(), level[begin].first, level[end - 1].last});
            const auto& [number, first, last] = above.back();
            writer.write(
                number, fmt::format("<< /Kids [ {}]{} >>", kids,
                                    is_last ? "" : fmt::format(" /Limits [ {} {} ]", first, last)));
        }
        level = std::move(above);
    }
    return root;
}

}  // namespace

PdfElement PdfStructure::add(PdfElement parent, const char* type) {
    const auto element = static_cast<PdfElement>(elements_.size());
    elements_.push_back({type, parent, {}, {}});
    elements_[parent].kids.push_back({KidKind::Element, element, 0});
    return element;
}

void PdfStructure::add_entry(PdfElement element, std::string_view entry) {
    elements_[element].entries.append(entry) += ' ';
}

void PdfStructure::add_actual_text(PdfElement element, std::string_view utf8) {
    actual_texts_[element] += utf8;
}

void PdfStructure::set_name(PdfElement element, std::string name) {
    names_[element] = std::move(name);
}

void PdfStructure::wrap(PdfElement element, const char* type) {
    std::vector<Kid> kids = std::exchange(elements_[element].kids, {});
    const PdfElement around = add(element, type);
    for (const Kid& kid : kids) {
        if (kid.kind == KidKind::Element) elements_[kid.number].parent = around;
        if (kid.kind == KidKind::Content) contents_[kid.page][kid.number] = around;
        if (kid.kind == KidKind::Link) links_[kid.number] = around;
    }
    elements_[around].kids = std::move(kids);
}

void PdfStructure::move(PdfElement element, PdfElement to, const char* type) {
    Node& node = elements_[element];
    std::vector<Kid>& from = elements_[node.parent].kids;
    const auto kid = std::find_if(from.rbegin(), from.rend(), [element](const Kid& one) {
        return one.kind == KidKind::Element && one.number == element;
    });
    from.erase(std::prev(kid.base()));
    node.parent = to;
    node.type = type;
    std::vector<Kid>& kids = elements_[to].kids;
    kids.insert(kids.begin(), {KidKind::Element, element, 0});
}

std::optional<PdfElement> PdfStructure::last(PdfElement element, std::string_view type) const {
    const std::vector<Kid>& kids = elements_[element].kids;
    if (kids.empty() || kids.back().kind != KidKind::Element) return std::nullopt;
    const PdfElement kid = kids.back().number;
    return elements_[kid].type == type ? std::optional(kid) : std::nullopt;
}

std::size_t PdfStructure::add_content(PdfElement element, std::size_t page) {
    if (contents_.size() <= page) contents_.resize(page + 1);
    const std::size_t number = contents_[page].size();
    contents_[page].push_back(element);
    elements_[element].kids.push_back(
        {KidKind::Content, static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(page)});
    return number;
}

void PdfStructure::add_link(PdfElement element, std::size_t page, std::size_t link) {
    links_[link] = element;
    elements_[element].kids.push_back(
        {KidKind::Link, static_cast<std::uint32_t>(link), static_cast<std::uint32_t>(page)});
}

void PdfStructure::remove(PdfElement element) {
    elements_[elements_[element].parent].kids.pop_back();
    elements_.pop_back();
    // Its number is the next one's.
    names_.erase(element);
    actual_texts_.erase(element);
}

std::string PdfStructure::dictionary(PdfElement element, int first, int root,
                                     const PdfParts& parts) const {
    const Node& node = elements_[element];
    const bool is_document = element == document();
    std::string out = "<< /S /";
    out += node.type;
    out += " /P ";
    append_reference(out, is_document ? root : first + static_cast<int>(node.parent));
    out += node.entries;
    std::string name;
    out += cells_.attributes(element, name);
    if (const auto named = names_.find(element); named != names_.end()) name = named->second;
    if (!name.empty()) out += fmt::format("/ID {} ", byte_string(name));
    if (const auto said = actual_texts_.find(element); said != actual_texts_.end())
        out += fmt::format("/ActualText {} ", text_string(said->second));
    const auto content = std::find_if(node.kids.begin(), node.kids.end(),
                                      [](const Kid& kid) { return kid.kind == KidKind::Content; });
    const std::uint32_t page = content == node.kids.end() ? 0 : content->page;
    if (content != node.kids.end()) {
        out += "/Pg ";
        append_reference(out, parts.pages[page]);
    }
    if (node.kids.empty()) return out + ">>";
    out += "/K [ ";
    const auto to = std::back_inserter(out);
    for (const auto& [kind, number, where] : node.kids) {
        if (kind == KidKind::Element)
            append_reference(out, first + static_cast<int>(number));
        else if (kind == KidKind::Link)
            fmt::format_to(to, "<< /Type /OBJR /Obj {} 0 R /Pg {} 0 R >> ", parts.links[number],
                           parts.pages[where]);
        else if (where == page)
            out.append(fmt::format_int(number).str()) += ' ';
        else
            fmt::format_to(to, "<< /Type /MCR /Pg {} 0 R /MCID {} >> ", parts.pages[where], number);
    }
    return out + "] >>";
}

int PdfStructure::write(PdfWriter& writer, const PdfParts& parts) const {
    writer.close_pack();
    const int root = writer.new_number();
    const int first = writer.new_numbers(elements_.size());
    for (PdfElement element = 0; element < elements_.size(); ++element)
        writer.write(first + static_cast<int>(element), dictionary(element, first, root, parts));
    const int parents = write_parents(writer, first, parts);
    std::string text =
        fmt::format("<< /Type /StructTreeRoot /K {} 0 R /ParentTree {} 0 R /ParentTreeNextKey {} ",
                    first, parents, parts.pages.size() + parts.links.size());
    if (const int names = write_names(writer, first); names != 0)
        text += fmt::format("/IDTree {} 0 R ", names);
    writer.write(root, text + ">>");
    return root;
}

int PdfStructure::write_parents(PdfWriter& writer, int first, const PdfParts& parts) const {
    std::vector<std::pair<std::string, std::string>> entries;
    for (std::size_t page = 0; page < parts.pages.size(); ++page) {
        std::string text = "[ ";
        if (page < contents_.size()) {
            for (const PdfElement element : contents_[page])
                append_reference(text, first + static_cast<int>(element));
        }
        const int number = writer.new_number();
        writer.write(number, text + ']');
        entries.emplace_back(std::to_string(page), fmt::format("{} 0 R", number));
    }
    for (const auto& [link, element] : links_)
        entries.emplace_back(std::to_string(parts.pages.size() + link),
                             fmt::format("{} 0 R", first + static_cast<int>(element)));
    return write_tree(writer, "Nums", entries);
}

/// 0 when there are none.
int PdfStructure::write_names(PdfWriter& writer, int first) const {
    std::vector<std::pair<std::string, PdfElement>> names = cells_.names();
    for (const auto& [element, name] : names_) names.emplace_back(name, element);
    if (names.empty()) return 0;
    std::sort(names.begin(), names.end());
    std::vector<std::pair<std::string, std::string>> entries;
    for (const auto& [name, element] : names)
        entries.emplace_back(byte_string(name),
                             fmt::format("{} 0 R", first + static_cast<int>(element)));
    return write_tree(writer, "Names", entries);
}

}  // namespace broadside::emit
