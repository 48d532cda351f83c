# greenline_room(NAME SOURCES … ROOMS … LIBRARIES … [FUZZED] [QUICK]): one folder of src/ as one target. FUZZED: a fuzz target reads it.
# QUICK: nothing in it needs optimising under the sanitizers, and that would take long.
# A room sees the headers of the rooms it names and of no others: each room's include path holds that room's folder alone,
# so an include against the flow does not build.
function(greenline_room name)
  cmake_parse_arguments(ARG "FUZZED;QUICK" "" "SOURCES;ROOMS;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
  set(view "${CMAKE_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${view}")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/src/${name}" "${view}/${name}" SYMBOLIC)
  add_library(greenline_${name} STATIC ${ARG_SOURCES})
  target_include_directories(greenline_${name} PUBLIC "${view}")
  list(TRANSFORM ARG_ROOMS PREPEND greenline_)
  target_link_libraries(greenline_${name} PUBLIC ${ARG_ROOMS} ${ARG_LIBRARIES} PRIVATE greenline_options ${ARG_PRIVATE_LIBRARIES})
  if(GREENLINE_FUZZ AND ARG_FUZZED)
    target_compile_options(greenline_${name} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(GREENLINE_SANITIZE AND ARG_QUICK)
    target_compile_options(greenline_${name} PRIVATE -O0)
  endif()
  if(TARGET greenline_precompiled_room AND NOT ARG_FUZZED AND NOT ARG_QUICK)
    target_precompile_headers(greenline_${name} REUSE_FROM greenline_precompiled_room)
  endif()
endfunction()

# greenline_test(NAME SOURCES … ROOMS … LIBRARIES … [DRAWS]): a GoogleTest program; its cases appear in ctest one by one.
# DRAWS: it draws with OpenGL. The software driver's threads now and then end while the leak checker looks at them, which kills the
# checker, so such programs run without it (with all else of the sanitizers).
# Files are found under GREENLINE_SOURCE_DIR (the repository), given as a definition.
function(greenline_test name)
  cmake_parse_arguments(ARG "DRAWS" "" "SOURCES;ROOMS;LIBRARIES;LABELS" ${ARGN})
  set(environment "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/leaks-of-others.txt:print_suppressions=0")
  if(ARG_DRAWS)
    set(environment "ASAN_OPTIONS=detect_leaks=0")
  endif()
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  add_executable(test_${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_ROOMS PREPEND greenline_)
  target_link_libraries(test_${name} PRIVATE ${ARG_ROOMS} ${ARG_LIBRARIES} greenline_test_options GTest::gtest GTest::gmock GTest::gtest_main)
  target_include_directories(test_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(test_${name} PRIVATE GREENLINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_precompile_headers(test_${name} REUSE_FROM greenline_precompiled_test)
  gtest_discover_tests(test_${name} DISCOVERY_TIMEOUT 60 PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 600
                       ENVIRONMENT "${environment}")
endfunction()

# greenline_fuzz(NAME SOURCE … ROOMS … CORPUS dir): a libFuzzer target, built with -DGREENLINE_FUZZ=ON under clang++. ctest runs each
# for a few seconds from its corpus.
function(greenline_fuzz name)
  cmake_parse_arguments(ARG "" "SOURCE;CORPUS" "ROOMS" ${ARGN})
  if(NOT GREENLINE_FUZZ)
    return()
  endif()
  add_executable(fuzz_${name} ${ARG_SOURCE})
  list(TRANSFORM ARG_ROOMS PREPEND greenline_)
  target_link_libraries(fuzz_${name} PRIVATE ${ARG_ROOMS} greenline_options)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  add_test(NAME fuzz_${name} COMMAND fuzz_${name} -max_total_time=15 -timeout=5 -rss_limit_mb=2048 -print_final_stats=1
           "${CMAKE_BINARY_DIR}/corpus_${name}" "${ARG_CORPUS}")
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/corpus_${name}")
  set_tests_properties(fuzz_${name} PROPERTIES LABELS fuzz TIMEOUT 120)
endfunction()
