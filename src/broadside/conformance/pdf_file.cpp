#include "broadside/conformance/pdf_file.hpp"

#include "broadside/conformance/unpack.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

const Value kNull;

}  // namespace

const Object* PdfFile::object(const Value& value) const {
    if (!value.is(Kind::Reference)) return nullptr;
    const auto found = objects_.find(static_cast<int>(value.number));
    return found == objects_.end() ? nullptr : &found->second;
}

const Object* PdfFile::stream(const Value& value) const {
    const Object* found = object(value);
    return found && found->stream ? found : nullptr;
}

const Value& PdfFile::follow(const Value& value) const {
    if (!value.is(Kind::Reference)) return value;
    const Object* found = object(value);
    return found ? found->value : kNull;
}

const Value& PdfFile::raw(const Value& dictionary, std::string_view key) const {
    const Value* found = dictionary.find(key);
    return found ? *found : kNull;
}

const Value& PdfFile::at(const Value& dictionary, std::string_view key) const {
    return follow(raw(dictionary, key));
}

std::optional<std::vector<double>> PdfFile::numbers(const Value& array, std::size_t count) const {
    const Value& list = follow(array);
    if (!list.is(Kind::Array) || list.items.size() != count) return std::nullopt;
    std::vector<double> numbers;
    for (const Value& item : list.items) {
        if (!item.is_number()) return std::nullopt;
        numbers.push_back(item.number);
    }
    return numbers;
}

std::optional<std::string> PdfFile::unpacked(const Object& stream, const char* code,
                                             Problems& problems) const {
    const Value& filter = at(stream.value, "Filter");
    const std::size_t room =
        std::min(limits::kMaxPdfUnpackedBytes - unpacked_bytes_, limits::kMaxPdfStreamBytes);
    std::optional<std::string> bytes;
    if (filter.is(Kind::Null)) {
        if (stream.stream->size() <= room) bytes = std::string(*stream.stream);
    } else if (filter.is_name("FlateDecode")) {
        bytes = inflated(*stream.stream, room);
    } else {
        problems.add(code, "object {}: expected /FlateDecode or no /Filter, got {}", stream.number,
                     shown(filter));
        return std::nullopt;
    }
    if (!bytes) {
        problems.add(code, "object {}: it cannot be unpacked, or is too large", stream.number);
        return std::nullopt;
    }
    unpacked_bytes_ += bytes->size();
    return bytes;
}

}  // namespace broadside::conformance
