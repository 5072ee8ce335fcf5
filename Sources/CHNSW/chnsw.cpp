#include "chnsw.h"

#include <algorithm>
#include <fstream>
#include <memory>

#include "cmatrix.h"

// This file alone includes hnswlib: its header defines functions that are not inline.
#include <hnswlib/hnswlib.h>

namespace {

float distance(const void *a, const void *b, const void *dimension) {
    return 1.0f - cmatrix_dot_half(
                      static_cast<const uint16_t *>(a), static_cast<const uint16_t *>(b),
                      *static_cast<const size_t *>(dimension));
}

class HalfSpace : public hnswlib::SpaceInterface<float> {
  public:
    explicit HalfSpace(size_t dimension) : dimension_(dimension) {}
    size_t get_data_size() override { return dimension_ * sizeof(uint16_t); }
    hnswlib::DISTFUNC<float> get_dist_func() override { return distance; }
    void *get_dist_func_param() override { return &dimension_; }

  private:
    size_t dimension_;
};

using Graph = hnswlib::HierarchicalNSW<float>;

// The best first. searchKnn keeps its breadth in the graph, where two searches would share it.
std::vector<std::pair<float, hnswlib::labeltype>> nearest(const Graph &graph, const void *query, size_t breadth) {
    if (graph.cur_element_count == 0) return {};
    auto current = graph.enterpoint_node_;
    float best = graph.fstdistfunc_(query, graph.getDataByInternalId(current), graph.dist_func_param_);
    for (int level = graph.maxlevel_; level > 0; level--) {
        for (bool moved = true; moved;) {
            moved = false;
            auto *links = graph.get_linklist(current, level);
            const auto *neighbours = links + 1;
            const int count = graph.getListCount(links);
            for (int i = 0; i < count; i++) {
                const float other = graph.fstdistfunc_(
                    query, graph.getDataByInternalId(neighbours[i]), graph.dist_func_param_);
                if (other < best) {
                    best = other;
                    current = neighbours[i];
                    moved = true;
                }
            }
        }
    }
    auto found = graph.num_deleted_ ? graph.searchBaseLayerST<true, false>(current, query, breadth)
                                    : graph.searchBaseLayerST<false, false>(current, query, breadth);
    std::vector<std::pair<float, hnswlib::labeltype>> answer;
    for (answer.reserve(found.size()); !found.empty(); found.pop())
        answer.emplace_back(found.top().first, graph.getExternalLabel(found.top().second));
    std::sort(answer.begin(), answer.end());
    return answer;
}

} // namespace

struct chnsw_graph {
    explicit chnsw_graph(size_t dimension) : space(dimension) {}
    HalfSpace space;
    std::unique_ptr<Graph> graph;
};

chnsw_graph *chnsw_create(size_t dimension, size_t capacity, size_t links, size_t ef_construction) {
    try {
        auto made = std::make_unique<chnsw_graph>(dimension);
        made->graph = std::make_unique<Graph>(&made->space, capacity, links, ef_construction);
        return made.release();
    } catch (...) {
        return nullptr;
    }
}

void chnsw_destroy(chnsw_graph *graph) { delete graph; }

bool chnsw_save(const chnsw_graph *graph, const char *path) {
    try {
        auto &inner = *graph->graph;
        inner.saveIndex(path);
        // saveIndex does not say when the disk is full.
        std::ifstream written(path, std::ios::binary | std::ios::ate);
        size_t expected =
                   sizeof(inner.offsetLevel0_) + sizeof(inner.max_elements_) + sizeof(inner.cur_element_count) +
                   sizeof(inner.size_data_per_element_) + sizeof(inner.label_offset_) + sizeof(inner.offsetData_) +
                   sizeof(inner.maxlevel_) + sizeof(inner.enterpoint_node_) + sizeof(inner.maxM_) +
                   sizeof(inner.maxM0_) + sizeof(inner.M_) + sizeof(inner.mult_) + sizeof(inner.ef_construction_);
        const size_t count = inner.cur_element_count;
        expected += count * (inner.size_data_per_element_ + sizeof(unsigned int));
        for (size_t i = 0; i < count; i++)
            if (inner.element_levels_[i] > 0) expected += inner.size_links_per_element_ * inner.element_levels_[i];
        return written && static_cast<size_t>(written.tellg()) == expected;
    } catch (...) {
        return false;
    }
}

chnsw_graph *chnsw_load(const char *path, size_t dimension) {
    try {
        auto made = std::make_unique<chnsw_graph>(dimension);
        made->graph = std::make_unique<Graph>(&made->space, std::string(path));
        const auto &inner = *made->graph;
        const size_t links = inner.maxM0_ * sizeof(hnswlib::tableint) + sizeof(hnswlib::linklistsizeint);
        const size_t row = links + made->space.get_data_size() + sizeof(hnswlib::labeltype);
        return inner.size_data_per_element_ == row ? made.release() : nullptr;
    } catch (...) {
        return nullptr;
    }
}

size_t chnsw_count(const chnsw_graph *graph) { return graph->graph->cur_element_count; }

bool chnsw_insert(chnsw_graph *graph, const uint16_t *row, uint32_t label) {
    try {
        auto &inner = *graph->graph;
        if (inner.cur_element_count == inner.max_elements_) inner.resizeIndex(inner.max_elements_ * 3 / 2 + 64);
        inner.addPoint(row, label);
        return true;
    } catch (...) {
        return false;
    }
}

bool chnsw_remove(chnsw_graph *graph, uint32_t label) {
    try {
        graph->graph->markDelete(label);
        return true;
    } catch (...) {
        return false;
    }
}

const uint16_t *chnsw_row(const chnsw_graph *graph, uint32_t label) {
    const auto &inner = *graph->graph;
    const auto found = inner.label_lookup_.find(label);
    if (found == inner.label_lookup_.end() || inner.isMarkedDeleted(found->second)) return nullptr;
    return reinterpret_cast<const uint16_t *>(inner.getDataByInternalId(found->second));
}

size_t chnsw_search(
    const chnsw_graph *graph, const uint16_t *query, size_t limit, size_t ef, uint32_t *labels, float *cosines) {
    try {
        const auto found = nearest(*graph->graph, query, std::max(limit, ef));
        const size_t count = std::min(limit, found.size());
        for (size_t i = 0; i < count; i++) {
            labels[i] = static_cast<uint32_t>(found[i].second);
            cosines[i] = 1.0f - found[i].first;
        }
        return count;
    } catch (...) {
        return 0;
    }
}
