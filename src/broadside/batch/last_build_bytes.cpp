#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "broadside/batch/last_build.hpp"

namespace broadside::batch {

namespace {

constexpr std::string_view kFirst = "broadside build 1";

/// Texts with their lengths before them, one after another; numbers and lists are texts too.
class Writer {
public:
    explicit Writer(const FileBytes::Take& take) : take_(take) {}

    void add(std::string_view text) {
        take_(fmt::format("{}:", text.size()));
        take_(text);
    }
    template <typename Number>
    void add_number(Number number) {
        add(fmt::to_string(number));
    }

private:
    const FileBytes::Take& take_;
};

/// Reads them back. After something else than was expected, all is empty and zero.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::string text() {
        std::size_t size = 0;
        const char* const end = rest_.data() + rest_.size();
        const auto [next, error] = std::from_chars(rest_.data(), end, size);
        const auto left = static_cast<std::size_t>(end - next);
        if (error != std::errc() || left == 0 || *next != ':' || size > left - 1) {
            is_good_ = false;
            rest_ = {};
            return "";
        }
        std::string found(next + 1, size);
        rest_.remove_prefix(static_cast<std::size_t>(next - rest_.data()) + 1 + size);
        return found;
    }

    template <typename Number>
    Number number() {
        const std::string digits = text();
        Number number = 0;
        const char* const end = digits.data() + digits.size();
        const auto [next, error] = std::from_chars(digits.data(), end, number);
        is_good_ = is_good_ && error == std::errc() && next == end;
        return is_good_ ? number : Number{};
    }

    /// Calls for each item of a list, as long as there is one.
    template <typename Item>
    void each(Item item) {
        const auto count = number<std::size_t>();
        for (std::size_t i = 0; i < count && is_good_; ++i) item();
    }

    bool is_at_end() const { return is_good_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool is_good_ = true;
};

void add(const KnownFile& known, Writer& out) {
    out.add_number(known.is_there ? 1 : 0);
    out.add(known.content ? to_string(*known.content) : "");
    out.add_number(known.facts ? 1 : 0);
    if (!known.facts) return;
    out.add_number(known.facts->size);
    out.add_number(known.facts->inode);
    out.add_number(known.facts->modified);
    out.add_number(known.facts->changed);
}

KnownFile read_known(Reader& in) {
    KnownFile known;
    known.is_there = in.number<int>() == 1;
    known.content = read_digest(in.text());
    if (in.number<int>() != 1) return known;
    FileFacts facts;
    facts.size = in.number<std::uint64_t>();
    facts.inode = in.number<std::uint64_t>();
    facts.modified = in.number<std::int64_t>();
    facts.changed = in.number<std::int64_t>();
    known.facts = facts;
    return known;
}

void add(const PageReport& page, Writer& out) {
    for (const std::string* text :
         {&page.name, &page.language, &page.layout, &page.format, &page.size_set_by})
        out.add(*text);
    out.add_number(page.pages);
    out.add_number(page.smallest_type);
}

PageReport read_page(Reader& in) {
    PageReport page;
    for (std::string* text :
         {&page.name, &page.language, &page.layout, &page.format, &page.size_set_by})
        *text = in.text();
    page.pages = in.number<std::size_t>();
    page.smallest_type = in.number<double>();
    page.state = FileState::Unchanged;
    return page;
}

void add(const LanguageReport& language, Writer& out) {
    out.add(language.language);
    for (const std::size_t count : {language.texts, language.translated, language.stale})
        out.add_number(count);
    out.add_number(language.is_reviewed ? 1 : 0);
    out.add_number(language.fallbacks.size());
    for (const auto& [tag, count] : language.fallbacks) {
        out.add(tag);
        out.add_number(count);
    }
}

LanguageReport read_language(Reader& in) {
    LanguageReport language;
    language.language = in.text();
    for (std::size_t* count : {&language.texts, &language.translated, &language.stale})
        *count = in.number<std::size_t>();
    language.is_reviewed = in.number<int>() == 1;
    in.each([&] {
        const std::string tag = in.text();
        language.fallbacks[tag] = in.number<std::size_t>();
    });
    return language;
}

void add(const Diagnostic& problem, Writer& out) {
    for (const std::string* text : {&problem.code, &problem.file, &problem.pointer,
                                    &problem.language, &problem.message, &problem.text_key})
        out.add(*text);
    out.add_number(static_cast<int>(problem.severity));
    out.add_number(static_cast<int>(problem.kind));
    for (const std::size_t number : {problem.line, problem.column, problem.count})
        out.add_number(number);
    out.add_number(problem.hints.size());
    for (const std::string& hint : problem.hints) out.add(hint);
    out.add_number(problem.more.size());
    for (const TextPosition& position : problem.more) {
        out.add_number(position.line);
        out.add_number(position.column);
    }
}

Diagnostic read_problem(Reader& in) {
    Diagnostic problem;
    for (std::string* text : {&problem.code, &problem.file, &problem.pointer, &problem.language,
                              &problem.message, &problem.text_key})
        *text = in.text();
    problem.severity = static_cast<Severity>(in.number<int>());
    problem.kind = static_cast<Diagnostic::Kind>(in.number<int>());
    for (std::size_t* number : {&problem.line, &problem.column, &problem.count})
        *number = in.number<std::size_t>();
    in.each([&] { problem.hints.push_back(in.text()); });
    in.each([&] {
        const auto line = in.number<std::size_t>();
        problem.more.push_back({line, in.number<std::size_t>()});
    });
    return problem;
}

void give_bytes(const LastBuild& build, const FileBytes::Take& take) {
    Writer out(take);
    out.add(kFirst);
    out.add_number(build.task.high);
    out.add_number(build.task.low);
    out.add_number(build.answers.size());
    for (const auto& [asked, told] : build.answers) {
        out.add(asked.first);
        out.add_number(static_cast<int>(asked.second));
        out.add(told);
    }
    out.add_number(build.files.size());
    for (const auto& [path, known] : build.files) {
        out.add(path);
        add(known, out);
    }
    out.add_number(build.report.editions.size());
    for (const EditionReport& edition : build.report.editions) {
        out.add(edition.name);
        out.add_number(edition.outputs);
        out.add_number(edition.files.size());
        for (const PageReport& page : edition.files) add(page, out);
    }
    out.add_number(build.report.languages.size());
    for (const LanguageReport& language : build.report.languages) add(language, out);
    out.add_number(build.report.problems.size());
    for (const Diagnostic& problem : build.report.problems) add(problem, out);
    out.add_number(build.report.leftovers.size());
    for (const std::string& path : build.report.leftovers) out.add(path);
}

}  // namespace

FileBytes to_bytes(const LastBuild& build) {
    return FileBytes([&build](const FileBytes::Take& take) { give_bytes(build, take); });
}

std::optional<LastBuild> read_last_build(std::string_view bytes) {
    Reader in(bytes);
    if (in.text() != kFirst) return std::nullopt;
    LastBuild build;
    build.task.high = in.number<std::uint64_t>();
    build.task.low = in.number<std::uint64_t>();
    in.each([&] {
        const std::string path = in.text();
        const auto question = static_cast<Question>(in.number<int>());
        build.answers[{path, question}] = in.text();
    });
    in.each([&] {
        const std::string path = in.text();
        build.files[path] = read_known(in);
    });
    in.each([&] {
        EditionReport edition;
        edition.name = in.text();
        edition.outputs = in.number<std::size_t>();
        in.each([&] { edition.files.push_back(read_page(in)); });
        build.report.editions.push_back(std::move(edition));
    });
    in.each([&] { build.report.languages.push_back(read_language(in)); });
    in.each([&] { build.report.problems.push_back(read_problem(in)); });
    in.each([&] { build.report.leftovers.push_back(in.text()); });
    if (!in.is_at_end()) return std::nullopt;
    return build;
}

}  // namespace broadside::batch
