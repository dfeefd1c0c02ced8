#pragma once

namespace broadside {

/// What a header cell heads: the values of HTML's and PDF's `scope`.
enum class HeaderScope { None, Column, ColumnGroup, Row, RowGroup };

enum class RowKind { Header, Section, Body };

}  // namespace broadside
