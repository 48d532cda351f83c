// The mouse's arrow over an X window: there or not. It is our own empty picture, so that no cursor theme is needed for none.
#pragma once

struct _XDisplay;

namespace greenline::platform {

class XArrow {
 public:
  // Both must outlive it. The arrow is there.
  XArrow(_XDisplay* display, unsigned long window);
  ~XArrow();
  XArrow(const XArrow&) = delete;
  XArrow& operator=(const XArrow&) = delete;
  void show(bool shown);

 private:
  _XDisplay* display_;
  unsigned long window_;
  unsigned long none_ = 0;  // a cursor of one empty pixel; 0: the server would not make it
  bool shown_ = true;
};

}  // namespace greenline::platform
