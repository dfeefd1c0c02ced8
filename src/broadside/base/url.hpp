#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "broadside/base/result.hpp"
#include "broadside/base/sparse.hpp"

namespace broadside {

/// An address that may stand in a file which others open: http, https, mailto or tel, and ASCII
/// throughout, as a link and a QR code need it. Only `parse_url` makes one that is not empty.
class Url {
public:
    Url() = default;

    bool empty() const { return address().empty(); }

    /// A URI of RFC 3986: the scheme in small letters, a host as IDNA writes it, and what is no
    /// character of a URI percent-encoded.
    const std::string& address() const { return forms_->address; }

    /// The same as its author wrote it, in any script: for readers.
    const std::string& written() const { return forms_->written; }

    bool operator==(const Url&) const = default;

private:
    struct Forms {
        std::string address, written;
        bool operator==(const Forms&) const = default;
    };

    explicit Url(Forms forms) : forms_(std::move(forms)) {}
    friend Result<Url> parse_url(std::string_view text);

    Sparse<Forms> forms_;  // one for all runs of a link
};

/// Reads an address as people write it, valid UTF-8 (an IRI of RFC 3987). Refused, with a
/// diagnostic that has no place: other schemes, spaces and characters that nobody sees or that
/// reorder what is printed, backslashes, a user's name before the host, hosts that IDNA (UTS 46)
/// does not allow.
Result<Url> parse_url(std::string_view text);

/// As part of an address: every byte but letters and digits of ASCII and `signs` is `%XX`.
std::string percent_encoded(std::string_view bytes, std::string_view signs);

/// Whether a line of print may end before that byte of an address, which gets no hyphen there:
/// after a sign that parts it, and before a letter or a figure, but not after `www.`.
bool may_break_address(std::string_view address, std::size_t at);

/// Whether a text says an address, and not as a part of another.
bool has_address(std::string_view text, std::string_view address);

}  // namespace broadside
