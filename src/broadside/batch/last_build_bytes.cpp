#include <charconv>
#include <cstddef>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/whole_text.hpp"
#include "broadside/batch/last_build.hpp"

namespace broadside::batch {

namespace {

constexpr std::string_view kFirst = "broadside build 4";

/// What a file holds of each struct, in this order.
template <typename Struct>
constexpr auto kFields = nullptr;
template <>
constexpr auto kFields<Digest> = std::tuple(&Digest::high, &Digest::low);
template <>
constexpr auto kFields<FileFacts> = std::tuple(&FileFacts::size, &FileFacts::inode,
                                               &FileFacts::modified, &FileFacts::changed);
template <>
constexpr auto kFields<KnownFile> = std::tuple(&KnownFile::is_there, &KnownFile::facts,
                                               &KnownFile::content);
template <>
constexpr auto kFields<PageFacts> = std::tuple(&PageFacts::pages, &PageFacts::smallest_type,
                                               &PageFacts::language, &PageFacts::layout,
                                               &PageFacts::format, &PageFacts::limited_by);
template <>
constexpr auto kFields<PageReport> = std::tuple(&PageReport::name, &PageReport::facts);
template <>
constexpr auto kFields<EditionReport> = std::tuple(&EditionReport::name, &EditionReport::state,
                                                   &EditionReport::outputs, &EditionReport::files,
                                                   &EditionReport::cards_left_out);
template <>
constexpr auto kFields<LanguageReport> =
    std::tuple(&LanguageReport::language, &LanguageReport::texts, &LanguageReport::translated,
               &LanguageReport::stale, &LanguageReport::is_reviewed, &LanguageReport::fallbacks);
template <>
constexpr auto kFields<TextPosition> = std::tuple(&TextPosition::line, &TextPosition::column);
template <>
constexpr auto kFields<Diagnostic> = std::tuple(&Diagnostic::severity, &Diagnostic::code,
                                                &Diagnostic::file, &Diagnostic::line,
                                                &Diagnostic::column, &Diagnostic::pointer,
                                                &Diagnostic::language, &Diagnostic::message,
                                                &Diagnostic::hints, &Diagnostic::text_key,
                                                &Diagnostic::count, &Diagnostic::more,
                                                &Diagnostic::kind);
template <>
constexpr auto kFields<BuildReport> = std::tuple(&BuildReport::editions, &BuildReport::languages,
                                                 &BuildReport::problems, &BuildReport::leftovers);
template <>
constexpr auto kFields<LastBuild> = std::tuple(&LastBuild::task, &LastBuild::answers,
                                               &LastBuild::files, &LastBuild::report);

template <typename T>
concept HasFields = !std::is_same_v<decltype(kFields<T>), const std::nullptr_t>;

template <typename T>
concept Number = std::is_arithmetic_v<T> || std::is_enum_v<T>;

/// Whole numbers have the digits of their own type, and what has two states or a few those of an
/// `int`.
template <Number T>
using Digits = std::conditional_t<std::is_enum_v<T> || std::is_same_v<T, bool>, int, T>;

/// Texts with their lengths before them, one after another; numbers are texts too, and lists have
/// their lengths before their items.
class Writer {
public:
    explicit Writer(const FileBytes::Take& take) : take_(take) {}

    void add(std::string_view text) {
        take_(fmt::format("{}:", text.size()));
        take_(text);
    }
    template <Number T>
    void add(T number) {
        add(fmt::to_string(static_cast<Digits<T>>(number)));
    }
    template <typename T>
    void add(const std::optional<T>& value) {
        add(value.has_value());
        if (value) add(*value);
    }
    template <typename T>
    void add(const std::vector<T>& items) {
        add(items.size());
        for (const T& item : items) add(item);
    }
    template <typename Key, typename T>
    void add(const std::map<Key, T>& entries) {
        add(entries.size());
        for (const auto& entry : entries) add(entry);
    }
    template <typename First, typename Second>
    void add(const std::pair<First, Second>& both) {
        add(both.first);
        add(both.second);
    }
    void add(const Sparse<PageFacts>& facts) { add(*facts); }
    template <HasFields Struct>
    void add(const Struct& value) {
        std::apply([&](auto... fields) { (add(value.*fields), ...); }, kFields<Struct>);
    }

private:
    const FileBytes::Take& take_;
};

/// Reads them back. After something else than was expected, all is empty and zero.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    void read(std::string& text) {
        std::size_t size = 0;
        const char* const end = rest_.data() + rest_.size();
        const auto [next, error] = std::from_chars(rest_.data(), end, size);
        const auto left = static_cast<std::size_t>(end - next);
        if (error != std::errc() || left == 0 || *next != ':' || size > left - 1) {
            is_good_ = false;
            rest_ = {};
            return;
        }
        text.assign(next + 1, size);
        rest_.remove_prefix(static_cast<std::size_t>(next - rest_.data()) + 1 + size);
    }
    template <Number T>
    void read(T& number) {
        std::string digits;
        read(digits);
        const auto value = whole_text_as<Digits<T>>(digits);
        is_good_ = is_good_ && value;
        if (is_good_) number = static_cast<T>(*value);
    }
    template <typename T>
    void read(std::optional<T>& value) {
        bool is_there = false;
        read(is_there);
        if (is_there) read(value.emplace());
    }
    template <typename T>
    void read(std::vector<T>& items) {
        each([&] { read(items.emplace_back()); });
    }
    template <typename Key, typename T>
    void read(std::map<Key, T>& entries) {
        each([&] {
            std::pair<Key, T> entry;
            read(entry);
            entries.insert(std::move(entry));
        });
    }
    template <typename First, typename Second>
    void read(std::pair<First, Second>& both) {
        read(both.first);
        read(both.second);
    }
    void read(Sparse<PageFacts>& facts) {
        PageFacts own;
        read(own);
        facts = *known_.insert(std::move(own)).first;
    }
    template <HasFields Struct>
    void read(Struct& value) {
        std::apply([&](auto... fields) { (read(value.*fields), ...); }, kFields<Struct>);
    }

    bool is_at_end() const { return is_good_ && rest_.empty(); }

private:
    /// Calls for each item of a list, as long as there is one.
    template <typename Item>
    void each(Item item) {
        std::size_t count = 0;
        read(count);
        for (std::size_t i = 0; i < count && is_good_; ++i) item();
    }

    std::string_view rest_;
    bool is_good_ = true;
    std::set<Sparse<PageFacts>> known_;
};

}  // namespace

FileBytes to_bytes(const LastBuild& build) {
    return FileBytes([&build](const FileBytes::Take& take) {
        Writer out(take);
        out.add(kFirst);
        out.add(build);
    });
}

std::optional<LastBuild> read_last_build(std::string_view bytes) {
    Reader in(bytes);
    std::string first;
    in.read(first);
    if (first != kFirst) return std::nullopt;
    LastBuild build;
    in.read(build);
    if (!in.is_at_end()) return std::nullopt;
    for (EditionReport& edition : build.report.editions) {
        for (PageReport& page : edition.files) page.state = FileState::Unchanged;
    }
    return build;
}

}  // namespace broadside::batch
