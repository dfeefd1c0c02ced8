#pragma once

/// The public face: a Job, what can be done with it, and the two places where it meets the world.
///
///     broadside::DiskFileStore files;
///     broadside::DiskByteSink sink;
///     broadside::Job job;
///     job.dataset = "data/messengers";
///     job.layouts = {"flyer-a4"};
///     const auto report = broadside::build(job, files, sink);
///
/// Jobs may run in several threads at once, each with a file store and a byte sink of its own.
#include "broadside/budgets.hpp"
#include "broadside/build_report.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"
#include "broadside/font_report.hpp"
#include "broadside/imports.hpp"
#include "broadside/job.hpp"
#include "broadside/job_file.hpp"
#include "broadside/manifests.hpp"
#include "broadside/option.hpp"
#include "broadside/pdf_check.hpp"
#include "broadside/pdf_sources.hpp"
#include "broadside/starter.hpp"
#include "broadside/translations.hpp"
#include "broadside/version.hpp"
