#include "broadside/sheets/xlsx_parts.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/whole_text.hpp"
#include "broadside/sheets/raised_text.hpp"
#include "broadside/sheets/readers.hpp"
#include "broadside/sheets/sheet_builder.hpp"
#include "broadside/sheets/symbol_fonts.hpp"
#include "broadside/sheets/xml_events.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::sheets {

namespace {

constexpr std::size_t kEscapeSize = 7;  // "_x000D_"

std::string folder_of_part(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == part.npos ? "" : std::string(part.substr(0, slash + 1));
}

/// A target as its part sees it: "../media/a", "worksheets/b" or "/xl/c".
std::string path_in_archive(std::string folder, std::string_view target) {
    if (target.starts_with("/")) return std::string(target.substr(1));
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        if (!folder.empty())
            folder = folder_of_part(std::string_view(folder).substr(0, folder.size() - 1));
    }
    return folder.append(target);
}

/// Of the escape that a text begins with.
std::optional<char32_t> escaped_unit(std::string_view text) {
    constexpr std::size_t kDigits = 4;
    if (!text.starts_with("_x") || text.size() < kEscapeSize || text[kEscapeSize - 1] != '_')
        return std::nullopt;
    unsigned unit = 0;
    const char* end = text.data() + 2 + kDigits;
    const auto read = std::from_chars(text.data() + 2, end, unit, 16);
    return read.ec == std::errc() && read.ptr == end ? std::optional<char32_t>(unit) : std::nullopt;
}

/// Of an element that turns something on, as far as it does not say otherwise.
bool is_on(const XmlAttributes& attributes) {
    const std::string_view value = attributes.get("val");
    return value.empty() || is_true(value);
}

class RelationReader final : public XmlHandler {
public:
    explicit RelationReader(std::string folder) : folder_(std::move(folder)) {}
    Relations relations;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship") return;
        const std::string_view target = attributes.get("Target");
        const bool is_outside = attributes.get("TargetMode") == "External";
        relations[std::string(attributes.get("Id"))] = {
            std::string(attributes.get("Type")),
            is_outside ? std::string(target) : path_in_archive(folder_, target)};
    }

private:
    std::string folder_;
};

class WorkbookReader final : public XmlHandler {
public:
    WorkbookReader(const Relations& relations, Workbook& book)
        : relations_(relations), book_(book) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr" && is_true(attributes.get("date1904")))
            book_.dates = DateSystem::Since1904;
        if (name != "sheet") return;
        const auto target = relations_.find(std::string(attributes.get("r:id")));
        if (target == relations_.end() || !target->second.type.ends_with("/worksheet")) return;
        const std::string_view state = attributes.get("state");
        book_.sheets.push_back({clean_text(unescaped(attributes.get("name"))),
                                target->second.target, state == "hidden" || state == "veryHidden"});
    }

private:
    const Relations& relations_;
    Workbook& book_;
};

class StyleReader final : public XmlHandler {
public:
    explicit StyleReader(Workbook& book) : book_(book) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            if (const auto id = whole_number(attributes.get("numFmtId")))
                formats_[*id] = parse_format(attributes.get("formatCode"));
        } else if (name == "fonts" || name == "cellXfs") {
            part_ = name;
        } else if (name == "font" && part_ == "fonts") {
            fonts_.emplace_back();
        } else if (part_ == "fonts" && !fonts_.empty()) {
            if (name == "b") fonts_.back().is_bold = is_on(attributes);
            if (name == "strike") fonts_.back().is_struck = is_on(attributes);
            if (name == "name" && is_symbol_font(attributes.get("val")))
                fonts_.back().symbol_font = attributes.get("val");
        } else if (name == "xf" && part_ == "cellXfs") {
            const std::size_t id = whole_number(attributes.get("numFmtId")).value_or(0);
            const std::size_t font = whole_number(attributes.get("fontId")).value_or(0);
            const auto own = formats_.find(id);
            Workbook::Style style = font < fonts_.size() ? fonts_[font] : Workbook::Style();
            style.format = own != formats_.end() ? own->second
                           : id < 100            ? builtin_format(static_cast<int>(id))
                                                 : NumberFormat();
            book_.styles.push_back(std::move(style));
        } else if (name == "alignment" && part_ == "cellXfs" && !book_.styles.empty()) {
            book_.styles.back().indent = whole_number(attributes.get("indent")).value_or(0);
        }
    }
    void end(std::string_view name) override {
        if (name == part_) part_.clear();
    }

private:
    Workbook& book_;
    std::map<std::size_t, NumberFormat> formats_;
    std::vector<Workbook::Style> fonts_;  // without formats
    std::string part_;
};

class StringReader final : public XmlHandler {
public:
    explicit StringReader(Workbook& book) : book_(book) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "si") {
            text_.clear();
            has_runs_ = is_raised_ = false;
            is_all_bold_ = true;
            is_struck_ = false;
            struck_.clear();
            font_.clear();
            unstyled_.reset();
        } else if (name == "r") {
            has_runs_ = true;
            is_bold_ = is_raised_ = is_struck_ = false;
            font_.clear();
        } else if (name == "strike") {
            is_struck_ = is_on(attributes);
        } else if (name == "rFont") {
            font_ = attributes.get("val");
            if (!unstyled_) unstyled_ = clean_text(unescaped(text_.text())).size();
        } else if (name == "b") {
            is_bold_ = is_on(attributes);
        } else if (name == "vertAlign") {
            is_raised_ = attributes.get("val") == "superscript";
        } else if (name == "rPh") {
            is_phonetic_ = book_.has_furigana = true;
        }
        is_text_ = name == "t" && !is_phonetic_;
    }

    void end(std::string_view name) override {
        if (name == "r") is_all_bold_ = is_all_bold_ && is_bold_;
        if (name == "rPh") is_phonetic_ = false;
        if (name == "t") is_text_ = false;
        if (name != "si") return;
        const std::string text = unescaped(text_.text());
        std::string clean = clean_text(text);
        const std::size_t unstyled = unstyled_.value_or(clean.size());
        book_.strings.push_back({std::move(clean), has_runs_ && is_all_bold_,
                                 struck_.empty() ? indent_of(text) : std::uint8_t{},
                                 clean_text(unescaped(struck_)), unstyled});
    }

    void text(std::string_view characters) override {
        if (!is_text_ || text_.size() + struck_.size() > limits::kMaxStringBytes) return;
        if (is_struck_)
            struck_ += characters;
        else
            text_.add(as_symbols(characters, font_), is_raised_);
    }

private:
    Workbook& book_;
    RaisedText text_;
    std::string struck_;                   // of the text
    std::string font_;                     // of the run
    std::optional<std::size_t> unstyled_;  // see `Workbook::Text`; nothing: no run has a font
    bool has_runs_ = false, is_bold_ = false, is_all_bold_ = true, is_raised_ = false;
    bool is_phonetic_ = false, is_text_ = false, is_struck_ = false;
};

/// The target of the first relation of a type.
std::string target_of(const Relations& relations, std::string_view type) {
    for (const auto& [id, relation] : relations) {
        if (relation.type.ends_with(type)) return relation.target;
    }
    return {};
}

}  // namespace

Relations read_relations(const Archive& archive, const std::string& part,
                         Diagnostics& diagnostics) {
    const std::string folder = folder_of_part(part);
    const std::string path = fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size()));
    const auto xml = archive.read(path, diagnostics);
    RelationReader reader(folder);
    if (xml) read_part(path, *xml, reader, diagnostics);
    return std::move(reader.relations);
}

std::optional<Workbook> read_workbook(const Archive& archive, Diagnostics& diagnostics) {
    const std::string path = target_of(read_relations(archive, "", diagnostics), "/officeDocument");
    const auto xml = archive.read(path, diagnostics);
    if (!xml) {
        if (!has_errors(diagnostics))
            diagnostics.push_back(
                error("no-sheet", "expected a workbook, got another archive", {known_formats()}));
        return std::nullopt;
    }
    Workbook book;
    const Relations relations = read_relations(archive, path, diagnostics);
    WorkbookReader reader(relations, book);
    bool is_good = read_part(path, *xml, reader, diagnostics);
    if (const auto styles = archive.read(target_of(relations, "/styles"), diagnostics)) {
        StyleReader style_reader(book);
        is_good = read_part("styles", *styles, style_reader, diagnostics) && is_good;
    }
    if (const auto strings = archive.read(target_of(relations, "/sharedStrings"), diagnostics)) {
        StringReader string_reader(book);
        is_good = read_part("strings", *strings, string_reader, diagnostics) && is_good;
    }
    if (!is_good || has_errors(diagnostics)) return std::nullopt;
    return book;
}

std::string unescaped(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const auto unit = escaped_unit(text);
        if (!unit) {
            const std::size_t end = std::min(text.find('_', 1), text.size());
            plain += text.substr(0, end);
            text.remove_prefix(end);
            continue;
        }
        text.remove_prefix(kEscapeSize);
        const bool is_high = *unit >= 0xD800 && *unit < 0xDC00;
        const auto low = is_high ? escaped_unit(text) : std::nullopt;
        if (low && *low >= 0xDC00 && *low < 0xE000) {
            unicode::append_utf8(plain, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
            text.remove_prefix(kEscapeSize);
        } else if (*unit < 0xD800 || *unit >= 0xE000) {
            unicode::append_utf8(plain, *unit);
        }
    }
    return plain;
}

std::optional<std::size_t> whole_number(std::string_view text) {
    const auto number = whole_text_as<std::size_t>(text);
    // More than any sheet has of anything; sums of two stay numbers.
    return number && *number <= (std::size_t{1} << 31) ? number : std::nullopt;
}

bool is_true(std::string_view text) { return text == "1" || text == "true"; }

std::optional<CellRange> parse_reference(std::string_view text) {
    std::size_t column = 0, at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at < 6; ++at)
        column = column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
    const auto row = whole_number(text.substr(at));
    if (column == 0 || !row || *row == 0) return std::nullopt;
    return CellRange{*row - 1, column - 1};
}

std::optional<CellRange> parse_range(std::string_view text) {
    const std::size_t colon = text.find(':');
    auto first = parse_reference(text.substr(0, colon));
    if (!first || colon == text.npos) return first;
    const auto last = parse_reference(text.substr(colon + 1));
    if (!last || last->row < first->row || last->column < first->column) return std::nullopt;
    first->rows = last->row - first->row + 1;
    first->columns = last->column - first->column + 1;
    return first;
}

}  // namespace broadside::sheets
