#include "broadside/emit/pdf_objects.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
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

}  // namespace

std::optional<PdfObjects> PdfObjects::read(File file) {
    PdfObjects objects;
    const std::size_t pointer = file.rfind("startxref\n");
    const std::size_t trailer = file.rfind("trailer\n");
    if (pointer == File::npos || trailer == File::npos) return std::nullopt;
    const std::string_view text(file);
    const auto table = leading_number<std::size_t>(text.substr(pointer + 10));
    const auto size = number_after(text.substr(trailer), "/Size");
    const auto root = number_after(text.substr(trailer), "/Root");
    const auto info = number_after(text.substr(trailer), "/Info");
    if (!table || !size || !root || !info || text.substr(*table, 5) != "xref\n")
        return std::nullopt;
    std::size_t entry = text.find('\n', *table + 5) + 1;
    if (entry + static_cast<std::size_t>(*size) * kEntryBytes != trailer) return std::nullopt;
    for (; entry < trailer; entry += kEntryBytes) {
        const bool in_use = text[entry + 17] == 'n';
        const auto offset = leading_number<std::size_t>(text.substr(entry, 10));
        objects.offsets_.push_back(in_use ? offset.value_or(0) : 0);
    }
    if (*root >= *size || *info >= *size) return std::nullopt;
    objects.root_ = *root;
    objects.info_ = *info;
    file.resize(*table);
    objects.file_ = std::move(file);
    return objects;
}

std::string PdfObjects::body(int number) const {
    const auto index = static_cast<std::size_t>(number);
    if (index >= offsets_.size() || offsets_[index] == 0) return {};
    constexpr std::string_view kBegin = "obj\n";
    const std::size_t begin = file_.find(kBegin, offsets_[index]);
    const std::size_t end = file_.find("endobj", begin);
    if (begin == File::npos || end == File::npos) return {};
    return file_.substr(begin + kBegin.size(), end - begin - kBegin.size());
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
    offsets_[static_cast<std::size_t>(number)] = file_.size();
    file_ += fmt::format("{} 0 obj\n{}{}endobj\n", number, body, body.ends_with('\n') ? "" : "\n");
}

int PdfObjects::add(std::string_view body) {
    const int number = static_cast<int>(offsets_.size());
    offsets_.push_back(0);
    replace(number, body);
    return number;
}

File PdfObjects::finish() {
    const std::size_t table = file_.size();
    auto sink = std::back_inserter(file_);
    fmt::format_to(sink, "xref\n0 {}\n", offsets_.size());
    for (const std::size_t offset : offsets_) {
        fmt::format_to(sink, "{:010} {} \n", offset, offset == 0 ? "65535 f" : "00000 n");
    }
    fmt::format_to(sink,
                   "trailer\n<< /Size {} /Root {} 0 R /Info {} 0 R >>\nstartxref\n{}\n%%EOF\n",
                   offsets_.size(), root_, info_, table);
    return std::move(file_);
}

}  // namespace broadside::emit
