#include <algorithm>
#include <utility>

#include "broadside/base/big_endian.hpp"
#include "broadside/conformance/pdf_file.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

std::size_t line_end_size(std::string_view bytes, std::size_t at) {
    if (bytes.substr(at, 2) == "\r\n") return 2;
    return at < bytes.size() && (bytes[at] == '\n' || bytes[at] == '\r') ? 1 : 0;
}

constexpr std::size_t kNeverAgain = 65535;  // generation of PDF 1.7, 7.5.4

bool is_count(const Value& value) { return value.is(Kind::Integer) && value.number >= 0; }

std::size_t count_of(const Value& value) { return static_cast<std::size_t>(value.number); }

/// White space of PDF 1.7, 7.2.2.
bool is_white_space(std::string_view bytes) {
    constexpr std::string_view kWhite("\0\t\n\f\r ", 6);
    return bytes.find_first_not_of(kWhite) == std::string_view::npos;
}

}  // namespace

/// Reads a file as PDF/A-2, 6.1 wants it: header, objects, cross-reference stream, end.
class FileWalk {
public:
    FileWalk(std::string_view bytes, Problems& problems)
        : bytes_(bytes), problems_(problems), parser_(bytes) {}

    std::optional<PdfFile> walk() {
        if (!take_header()) return std::nullopt;
        while (rest().substr(0, 9) != "startxref") {
            if (!take_object()) return std::nullopt;
        }
        if (!take_end() || !open_packs() || !check_table()) return std::nullopt;
        return std::move(file_);
    }

private:
    std::string_view rest() const { return bytes_.substr(std::min(parser_.at(), bytes_.size())); }

    template <typename... Args>
    bool fail(fmt::format_string<Args...> form, Args&&... args) {
        problems_.add(kFileCode, form, std::forward<Args>(args)...);
        return false;
    }

    bool take_header() {
        constexpr std::string_view kHeader = "%PDF-1.7\n%";
        if (!bytes_.starts_with(kHeader))
            return fail("byte 0: expected \"%PDF-1.7\" and a line of a comment");
        for (std::size_t i = kHeader.size(); i < kHeader.size() + 4; ++i) {
            if (i >= bytes_.size() || static_cast<unsigned char>(bytes_[i]) < 128)
                return fail("byte {}: expected four bytes above 127 in the second line", i);
        }
        const std::size_t end = kHeader.size() + 4;
        if (line_end_size(bytes_, end) == 0)
            return fail("byte {}: expected the end of the second line", end);
        parser_.go_to(end + line_end_size(bytes_, end));
        return true;
    }

    /// A word and the end of its line.
    bool takes_line(std::string_view word) {
        if (!rest().starts_with(word)) return false;
        const std::size_t size = line_end_size(rest(), word.size());
        if (size == 0) return false;
        parser_.go_to(parser_.at() + word.size() + size);
        return true;
    }

    bool has_value(const Object& object) {
        const Value& value = object.value;
        if (!value.is(Kind::Keyword) && !value.is(Kind::End) && !value.is(Kind::Reference))
            return true;
        return fail("object {}: expected a value, got {}", object.number, shown(value));
    }

    bool take_object() {
        Object object;
        object.place = parser_.at();
        const Value number = parser_.next();
        if (!is_count(number) || bytes_[object.place] < '0' || bytes_[object.place] > '9')
            return fail("byte {}: expected an object or startxref, got {}", object.place,
                        shown(number));
        object.number = static_cast<int>(number.number);
        if (rest().starts_with(' ') && !rest().starts_with(" 0 "))
            return fail("object {}: expected generation 0", object.number);
        if (!takes_line(" 0 obj"))
            return fail("object {}: expected \" 0 obj\" and the end of a line", object.number);
        object.value = parser_.next();
        if (!parser_.mistake().empty())
            return fail("object {}: {} (byte {})", object.number, parser_.mistake(), parser_.at());
        if (!has_value(object)) return false;
        const std::size_t line_end = line_end_size(bytes_, parser_.at());
        parser_.go_to(parser_.at() + line_end);
        if (object.value.is(Kind::Dictionary) && takes_line("stream")) {
            // PDF/A-2, 6.1.7.1: a stream may begin with a line feed of its own.
            if (bytes_[parser_.at() - 1] == '\r')
                return fail("object {}: a carriage return alone ends the line \"stream\"",
                            object.number);
            if (!take_stream(object)) return false;
        }
        if (line_end == 0 || !takes_line("endobj"))
            return fail("object {}: expected endobj in a line of its own", object.number);
        return keep(std::move(object));
    }

    bool take_stream(Object& object) {
        const Value* length = object.value.find("Length");
        if (!length || !is_count(*length))
            return fail("object {}: expected a number as /Length", object.number);
        const std::size_t begin = parser_.at(), size = count_of(*length);
        if (size > bytes_.size() - begin)
            return fail(
                "object {}: the file ends inside its stream, of which it has {} of {} bytes",
                object.number, bytes_.size() - begin, size);
        if (line_end_size(bytes_, begin + size) == 0)
            return fail("object {}: expected the end of a line before endstream, after {} bytes",
                        object.number, size);
        object.stream = bytes_.substr(begin, size);
        parser_.go_to(begin + size + line_end_size(bytes_, begin + size));
        if (!takes_line("endstream"))
            return fail("object {}: expected endstream after {} bytes", object.number, size);
        return true;
    }

    bool keep(Object object) {
        const int number = object.number;
        last_ = number;
        if (!file_.objects_.emplace(number, std::move(object)).second)
            return fail("object {}: it stands there twice", number);
        return true;
    }

    /// PDF/A-2, 6.1.3: nothing but one line end follows.
    bool take_end() {
        const auto table = file_.objects_.find(last_);
        if (table == file_.objects_.end() || !table->second.stream ||
            !file_.at(table->second.value, "Type").is_name("XRef"))
            return fail("object {}: expected the last object to be a cross-reference stream",
                        last_);
        file_.trailer_ = table->second.value;
        if (!takes_line("startxref")) return fail("expected startxref in a line of its own");
        const Value place = parser_.next();
        if (!is_count(place) || count_of(place) != table->second.place)
            return fail("startxref: expected {}, where object {} stands, got {}",
                        table->second.place, last_, shown(place));
        const std::string_view end = rest();
        const std::size_t line = line_end_size(end, 0);
        const std::string_view mark = end.substr(std::min(line, end.size()));
        if (line == 0 || !mark.starts_with("%%EOF") ||
            (mark.size() > 5 && 5 + line_end_size(mark, 5) != mark.size()))
            return fail("byte {}: expected %%EOF in the last line, and nothing behind it",
                        parser_.at());
        return true;
    }

    bool open_packs() {
        std::vector<const Object*> packs;
        for (const auto& [number, object] : file_.objects_) {
            if (object.stream && file_.at(object.value, "Type").is_name("ObjStm"))
                packs.push_back(&object);
        }
        return std::all_of(packs.begin(), packs.end(),
                           [this](const Object* pack) { return open_pack(*pack); });
    }

    bool open_pack(const Object& pack) {
        const Value &count = file_.at(pack.value, "N"), &first = file_.at(pack.value, "First");
        const auto bytes = file_.unpacked(pack, kFileCode, problems_);
        if (!bytes) return false;
        if (!is_count(count) || !is_count(first) || count_of(first) > bytes->size())
            return fail("object {}: expected /N and /First of an object stream", pack.number);
        Parser index(std::string_view(*bytes).substr(0, count_of(first)), References::No);
        const std::string_view values = std::string_view(*bytes).substr(count_of(first));
        Parser parser(values);
        for (std::size_t i = 0; i < count_of(count); ++i) {
            const Value number = index.next(), place = index.next();
            if (!is_count(number) || !is_count(place) || count_of(place) < parser.at())
                return fail("object {}: expected number and place of object {} of {}", pack.number,
                            i, count_of(count));
            // PDF 1.7, 7.5.7: nothing but the objects, which nothing could lead to.
            if (!is_white_space(values.substr(std::min(parser.at(), values.size()),
                                              count_of(place) - parser.at())))
                return fail("object {}: something stands before object {} of {}", pack.number, i,
                            count_of(count));
            parser.go_to(count_of(place));
            Object object{static_cast<int>(number.number), parser.next(), {}, pack.number, i};
            if (!parser.mistake().empty())
                return fail("object {}: {} (in object stream {})", object.number, parser.mistake(),
                            pack.number);
            if (!has_value(object)) return false;
            const int last = last_;
            if (!keep(std::move(object))) return false;
            last_ = last;
        }
        return index.next().is(Kind::End) && parser.next().is(Kind::End)
                   ? true
                   : fail("object {}: it holds more than its {} objects", pack.number,
                          count_of(count));
    }

    /// PDF 1.7, 7.5.8.3: the table says of every object where it stands.
    bool check_table() {
        const Object& table = file_.objects_.at(last_);
        const auto widths = file_.numbers(file_.raw(table.value, "W"), 3);
        const Value& size = file_.at(table.value, "Size");
        const auto bytes = file_.unpacked(table, kFileCode, problems_);
        if (!bytes) return false;
        if (!widths || std::any_of(widths->begin(), widths->end(),
                                   [](double width) { return width < 1 || width > 8; }))
            return fail("object {}: expected three widths of 1 to 8 bytes as /W", last_);
        std::size_t width[3];
        std::transform(widths->begin(), widths->end(), width, [](double bytes_of_field) {
            return static_cast<std::size_t>(bytes_of_field);
        });
        const std::size_t row = width[0] + width[1] + width[2];
        const auto wanted = static_cast<std::size_t>(file_.objects_.rbegin()->first) + 1;
        if (!is_count(size) || count_of(size) != wanted || bytes->size() != wanted * row)
            return fail("object {}: expected /Size {} and as many entries", last_, wanted);
        for (std::size_t number = 0; number < wanted; ++number) {
            const std::string_view entry = std::string_view(*bytes).substr(number * row, row);
            const std::size_t type = big_endian(entry, 0, width[0]);
            const std::size_t where = big_endian(entry, width[0], width[1]);
            const std::size_t which = big_endian(entry, width[0] + width[1], width[2]);
            const auto found = file_.objects_.find(static_cast<int>(number));
            // Object 0 heads the list of free ones, and never comes back (PDF 1.7, 7.5.4).
            const bool is_right = number == 0 ? type == 0 && which == kNeverAgain
                                  : found == file_.objects_.end() ? type == 0
                                  : found->second.pack == 0
                                      ? type == 1 && where == found->second.place && which == 0
                                      : type == 2 &&
                                            where == static_cast<std::size_t>(found->second.pack) &&
                                            which == found->second.place;
            if (!is_right) fail("object {}: the cross-reference stream has another place", number);
        }
        return true;
    }

    std::string_view bytes_;
    Problems& problems_;
    Parser parser_;
    PdfFile file_;
    int last_ = 0;  // object of the file itself
};

std::optional<PdfFile> PdfFile::read(std::string_view bytes, Problems& problems) {
    return FileWalk(bytes, problems).walk();
}

}  // namespace broadside::conformance
