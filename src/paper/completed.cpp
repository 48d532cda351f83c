#include "paper/completed.h"

#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr, as libqpdf advises
#include <exception>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <utility>

namespace greenline::paper {
namespace {

// Goes through the elements of a structure tree in the order in which they were begun.
class Completing {
 public:
  explicit Completing(const std::vector<Part>& parts) : parts_(parts) {}

  void element(QPDFObjectHandle one) {
    if (one.isArray()) {
      for (int i = 0; i < one.getArrayNItems(); ++i) element(one.getArrayItem(i));
      return;
    }
    if (!one.isDictionary() || !one.hasKey("/S")) return;
    if (next_ < parts_.size()) {
      const Part& part = parts_[next_++];
      if (!part.language.empty()) one.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(part.language));
      if (!part.told.empty()) one.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(part.told));
    }
    element(one.getKey("/K"));
  }
  [[nodiscard]] bool all() const { return next_ == parts_.size(); }

 private:
  const std::vector<Part>& parts_;
  std::size_t next_ = 0;
};

}  // namespace

std::string completed(std::string pdf, const std::vector<Part>& parts) {
  if (parts.empty()) return pdf;
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("pages", pdf.data(), pdf.size());
    QPDFObjectHandle root = document.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(parts.front().language));
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    Completing completing(parts);
    completing.element(root.getKey("/StructTreeRoot").getKey("/K"));
    if (!completing.all()) return pdf;  // it is not the tree that was begun: better nothing than something wrong
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const auto made = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(made->getBuffer()), made->getSize()};
  } catch (const std::exception&) {
    return pdf;
  }
}

}  // namespace greenline::paper
