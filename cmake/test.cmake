# A test is compiled once and run once: what is quick to compile wins, but for what looks at millions of pixels.
add_library(greenline_test_options INTERFACE)
target_compile_options(greenline_test_options INTERFACE $<IF:$<BOOL:$<TARGET_PROPERTY:LOOKS_AT_PIXELS>>,-O2,-O0>)
target_link_libraries(greenline_test_options INTERFACE greenline_options)

# What tests the whole program, as it runs in the room: built with g++ too.
add_custom_target(room_tests)

# Where the repository and the program lie, for tests: compiled by itself, so that nothing else depends on the clone's place.
add_library(greenline_places STATIC "${CMAKE_SOURCE_DIR}/tests/places.cpp")
target_include_directories(greenline_places PUBLIC "${CMAKE_SOURCE_DIR}/tests")
target_link_libraries(greenline_places PRIVATE greenline_options)
target_compile_definitions(greenline_places PRIVATE GREENLINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" GREENLINE_PROGRAM="$<TARGET_FILE:greenline>")

# greenline_test(NAME SOURCES … ROOMS … LIBRARIES … [ALONE …] [DRAWS] [LOOKS] [PIXELS CASES] [SHARDS n] [LABELS …]): a GoogleTest program, run as SHARDS processes that
# share its cases. One process a case costs more in starting than in testing.
# ALONE: files that are compiled by themselves, since their short names are those of others.
# DRAWS: it draws with OpenGL. The software driver's threads now and then end while the leak checker looks at them, which kills the
# checker, so such programs run without it (with all else of the sanitizers).
# LOOKS: it goes through pictures pixel by pixel, so it is compiled with optimization.
# PIXELS: GoogleTest's pattern of the cases that look at what was drawn. For the others everything is done but the colouring of pixels,
# which costs them half of their time (Mesa's GALLIUM_NOOP; a driver that knows it not colours them all the same).
function(greenline_test name)
  cmake_parse_arguments(ARG "DRAWS;LOOKS" "SHARDS;PIXELS" "SOURCES;ALONE;ROOMS;LIBRARIES;LABELS" ${ARGN})
  set(environment "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/leaks-of-others.txt:print_suppressions=0")
  if(ARG_DRAWS)
    set(environment "ASAN_OPTIONS=detect_leaks=0")
  endif()
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  if(NOT ARG_SHARDS)
    set(ARG_SHARDS 1)
  endif()
  add_executable(test_${name} ${ARG_SOURCES} ${ARG_ALONE})
  set_target_properties(test_${name} PROPERTIES LOOKS_AT_PIXELS ${ARG_LOOKS})
  set_source_files_properties(${ARG_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  list(TRANSFORM ARG_ROOMS PREPEND greenline_)
  target_link_libraries(test_${name} PRIVATE ${ARG_ROOMS} ${ARG_LIBRARIES} greenline_places greenline_test_options
                        GTest::gtest GTest::gmock GTest::gtest_main)
  if(ARG_LABELS MATCHES "picture|e2e|crash")
    add_dependencies(room_tests test_${name})
  endif()
  math(EXPR last "${ARG_SHARDS} - 1")
  foreach(shard RANGE ${last})
    set(test ${name})
    if(last GREATER 0)
      math(EXPR number "${shard} + 1")
      set(test "${name} ${number} of ${ARG_SHARDS}")
    endif()
    add_test(NAME "${test}" COMMAND test_${name})
    # What is sharded is long: it starts first, where no earlier run tells how long each took.
    set_tests_properties("${test}" PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 900 COST ${ARG_SHARDS}
      ENVIRONMENT "${environment};GTEST_TOTAL_SHARDS=${ARG_SHARDS};GTEST_SHARD_INDEX=${shard}")
    if(ARG_PIXELS)
      set_property(TEST "${test}" APPEND PROPERTY ENVIRONMENT GALLIUM_NOOP=true GTEST_FILTER=-${ARG_PIXELS})
    endif()
  endforeach()
  if(ARG_PIXELS)
    add_test(NAME "${name} pixels" COMMAND test_${name})
    set_tests_properties("${name} pixels" PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 900
      ENVIRONMENT "${environment};GTEST_FILTER=${ARG_PIXELS}")
  endif()
endfunction()

set(GREENLINE_FUZZ_SECONDS 2 CACHE STRING "How long ctest runs each fuzz target; scripts/test --nightly takes minutes")
# greenline_fuzz(NAME SOURCE … ROOMS … CORPUS dir): a libFuzzer target, built with -DGREENLINE_FUZZ=ON under clang++. ctest runs each
# for GREENLINE_FUZZ_SECONDS from its corpus.
function(greenline_fuzz name)
  cmake_parse_arguments(ARG "" "SOURCE;CORPUS" "ROOMS" ${ARGN})
  if(NOT GREENLINE_FUZZ)
    return()
  endif()
  add_executable(fuzz_${name} ${ARG_SOURCE})
  list(TRANSFORM ARG_ROOMS PREPEND greenline_)
  target_link_libraries(fuzz_${name} PRIVATE ${ARG_ROOMS} greenline_options)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  add_test(NAME fuzz_${name} COMMAND fuzz_${name} -max_total_time=${GREENLINE_FUZZ_SECONDS} -timeout=5 -rss_limit_mb=2048 -print_final_stats=1
           "${CMAKE_BINARY_DIR}/corpus_${name}" "${ARG_CORPUS}")
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/corpus_${name}")
  set_tests_properties(fuzz_${name} PROPERTIES LABELS fuzz TIMEOUT 900)
endfunction()
