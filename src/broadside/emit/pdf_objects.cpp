#include "broadside/emit/pdf_objects.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace broadside::emit {

namespace {

constexpr std::size_t kEntryBytes = 20;  // PDF 1.7, 7.5.4: of the cross-reference table

template <typename Number>
std::optional<Number> leading_number(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \n[0"), text.size()));
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) return std::nullopt;
    return number;
}

/// The number that follows `key`, of `/Root 12 0 R` for instance.
std::optional<int> number_after(std::string_view text, std::string_view key) {
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos) return std::nullopt;
    return leading_number<int>(text.substr(at + key.size()));
}

struct Trailer {
    std::size_t begin = 0;
    std::size_t table = 0;    // where the entries of the cross-reference table begin
    std::size_t objects = 0;  // of these, the free ones included
    int root = 0, info = 0;
};

std::optional<Trailer> read_trailer(std::string_view file) {
    constexpr std::string_view kPointer = "startxref\n", kTable = "xref\n";
    const std::size_t pointer = file.rfind(kPointer);
    const std::size_t begin = file.rfind("trailer\n");
    if (pointer == File::npos || begin == File::npos) return std::nullopt;
    const auto table = leading_number<std::size_t>(file.substr(pointer + kPointer.size()));
    const auto size = number_after(file.substr(begin), "/Size");
    const auto root = number_after(file.substr(begin), "/Root");
    const auto info = number_after(file.substr(begin), "/Info");
    if (!table || !size || !root || !info) return std::nullopt;
    if (*root >= *size || *info >= *size || *table >= begin) return std::nullopt;
    if (!file.substr(*table).starts_with(kTable)) return std::nullopt;
    const std::size_t entries = file.find('\n', *table + kTable.size()) + 1;
    const auto objects = static_cast<std::size_t>(*size);
    if (entries + objects * kEntryBytes != begin) return std::nullopt;
    return Trailer{begin, *table, objects, *root, *info};
}

}  // namespace

std::optional<PdfObjects> PdfObjects::read(File file) {
    const auto trailer = read_trailer(file);
    if (!trailer) return std::nullopt;
    PdfObjects objects;
    objects.root_ = trailer->root;
    objects.info_ = trailer->info;
    std::set<std::size_t> borders = {trailer->table};
    for (std::size_t entry = trailer->begin - trailer->objects * kEntryBytes;
         entry < trailer->begin; entry += kEntryBytes) {
        const std::string_view text = std::string_view(file).substr(entry, kEntryBytes);
        const bool is_free = text[17] == 'f';
        const std::size_t begin = is_free ? 0 : leading_number<std::size_t>(text).value_or(0);
        if (begin >= trailer->table) return std::nullopt;
        objects.extents_.push_back({begin, 0});
        borders.insert(begin);
    }
    for (Extent& extent : objects.extents_) {
        if (extent.begin > 0) extent.end = *borders.upper_bound(extent.begin);
    }
    objects.header_bytes_ = *borders.upper_bound(0);
    objects.file_ = std::move(file);
    return objects;
}

std::string_view PdfObjects::text(Extent extent) const {
    return std::string_view(file_).substr(extent.begin, extent.end - extent.begin);
}

std::string PdfObjects::body(int number) const {
    const auto index = static_cast<std::size_t>(number);
    if (index >= extents_.size()) return {};
    constexpr std::string_view kBegin = "obj\n";
    const std::string_view object = text(extents_[index]);
    const std::size_t begin = object.find(kBegin);
    const std::size_t end = object.rfind("endobj");
    if (begin == File::npos || end == File::npos) return {};
    return std::string(object.substr(begin + kBegin.size(), end - begin - kBegin.size()));
}

std::vector<int> PdfObjects::pages() const {
    const std::string tree = body(number_after(body(root_), "/Pages").value_or(0));
    std::vector<int> numbers;
    const std::size_t end = std::min(tree.find(']'), tree.size());
    for (std::size_t at = tree.find('['); at < end; at = tree.find('R', at) + 1) {
        const auto number = leading_number<int>(std::string_view(tree).substr(at));
        if (!number) break;
        numbers.push_back(*number);
    }
    return numbers;
}

int PdfObjects::reference(int number, std::string_view key) const {
    return number_after(body(number), key).value_or(0);
}

void PdfObjects::add_keys(int number, std::string_view keys) {
    std::string dictionary = body(number);
    const std::size_t at = dictionary.find("<<");
    if (at == std::string::npos) return;
    dictionary.insert(at + 2, fmt::format(" {}", keys));
    replace(number, dictionary);
}

void PdfObjects::replace(int number, std::string_view body) {
    const std::size_t begin = file_.size();
    file_ += fmt::format("{} 0 obj\n{}{}endobj\n", number, body, body.ends_with('\n') ? "" : "\n");
    extents_[static_cast<std::size_t>(number)] = {begin, file_.size()};
}

void PdfObjects::remove(int number) { extents_[static_cast<std::size_t>(number)] = {}; }

int PdfObjects::add(std::string_view body) {
    const int number = static_cast<int>(extents_.size());
    extents_.push_back({});
    replace(number, body);
    return number;
}

File PdfObjects::finish() const {
    File file = file_.substr(0, header_bytes_);
    file.reserve(file_.size());
    std::string table = fmt::format("xref\n0 {}\n", extents_.size());
    for (const Extent& extent : extents_) {
        const bool is_free = extent.end == 0;
        fmt::format_to(std::back_inserter(table), "{:010} {} \n", is_free ? 0 : file.size(),
                       is_free ? "65535 f" : "00000 n");
        file += text(extent);
    }
    const std::size_t start = file.size();
    file += table;
    fmt::format_to(std::back_inserter(file),
                   "trailer\n<< /Size {} /Root {} 0 R /Info {} 0 R >>\nstartxref\n{}\n%%EOF\n",
                   extents_.size(), root_, info_, start);
    return file;
}

}  // namespace broadside::emit
