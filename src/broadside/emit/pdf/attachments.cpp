#include "broadside/emit/pdf/attachments.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/emit/deflate.hpp"
#include "broadside/emit/pdf/syntax.hpp"

namespace broadside::emit {

namespace {

/// A media type as a name (PDF 1.7, 7.3.5): what is not regular is a number.
std::string name_of(const std::string& media_type) {
    std::string name = "/";
    for (const char c : media_type)
        name += c == '/' || c == '+' ? fmt::format("#{:02X}", c) : std::string(1, c);
    return name;
}

/// What a reader of the file compares: the bytes of the text string.
std::string key_of(const std::string& name) {
    const std::string written = text_string(name);
    return written.starts_with('<') ? "\xFE\xFF" + written.substr(5) : name;
}

}  // namespace

std::string write_attachments(PdfWriter& writer, const std::vector<Attachment>& attachments,
                              const std::string& date) {
    if (attachments.empty()) return {};
    const std::string changed = date.empty() ? "" : fmt::format(" /ModDate {}", text_string(date));
    std::vector<std::pair<std::string, std::string>> entries;  // by the bytes of their keys
    std::vector<std::string> files;
    for (const auto& [name, media_type, bytes] : attachments) {
        const int stream = writer.new_number(), file = writer.new_number();
        writer.write_stream(
            stream,
            fmt::format("<< /Type /EmbeddedFile /Subtype {} /Params << /Size {}{} >>"
                        " /Filter /FlateDecode >>",
                        name_of(media_type), bytes->size(), changed),
            deflated(*bytes));
        const std::string named = text_string(name);
        writer.write(file, fmt::format("<< /Type /Filespec /F {0} /UF {0} /Desc {0}"
                                       " /AFRelationship /Source /EF << /F {1} 0 R /UF {1} 0 R >>"
                                       " >>",
                                       named, stream));
        entries.emplace_back(key_of(name), fmt::format("{} {} 0 R ", named, file));
        files.push_back(fmt::format("{} 0 R ", file));
    }
    std::sort(entries.begin(), entries.end());
    std::string names, references;
    for (const auto& [key, entry] : entries) names += entry;
    for (const std::string& file : files) references += file;
    return fmt::format("/Names << /EmbeddedFiles << /Names [ {}] >> >> /AF [ {}] ", names,
                       references);
}

}  // namespace broadside::emit
