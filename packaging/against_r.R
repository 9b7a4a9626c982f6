# Works out again, from tables of people and of effects, what MAT Desktop says of them: called by against_r.py.
# One line a figure on standard output: number of the table, name, value.

suppressPackageStartupMessages({
  library(metafor)
  library(coin)
  library(boot)
  library(nlme)
})

folder <- commandArgs(trailingOnly = TRUE)[1]
tell <- function(number, name, value) cat(sprintf("%s,%s,%.17g\n", number, name, value))
# Sums that differ by rounding alone count as the same.
least <- function(x) abs(x) - 1e-9 * max(abs(x))

every_order <- function(labels) {
  chosen <- combn(length(labels), sum(labels))
  t(apply(chosen, 2, function(places) as.numeric(seq_along(labels) %in% places)))
}

within_blocks <- function(labels, block) {
  ways <- matrix(labels, nrow = 1)
  for (one in unique(block)) {
    places <- which(block == one)
    orders <- every_order(labels[places])
    ways <- do.call(rbind, lapply(seq_len(nrow(ways)), function(n) {
      grown <- ways[rep(n, nrow(orders)), , drop = FALSE]
      grown[, places] <- orders
      grown
    }))
  }
  ways
}

of_the_arm <- function(change, arm, start, block) {
  design <- if (length(unique(block)) > 1) lm(change ~ arm + start + block) else lm(change ~ arm + start)
  row <- summary(design)$coefficients
  if ("arm" %in% rownames(row)) row["arm", c("Estimate", "t value")] else c(NA, 0)
}

g_of <- function(start, after) {
  n <- length(start)
  as.numeric(escalc(measure = "SMCR", m1i = mean(after), m2i = mean(start), sd1i = sd(start), ni = n,
                    ri = cor(start, after))$yi)
}

people <- function(number, table) {
  table$change <- table$after - table$start
  heard <- table[!is.na(table$change), ]
  pairs <- unique(heard$pair)
  by_pair <- function(column) sapply(pairs, function(p) mean(heard[heard$pair == p, column]))
  means <- by_pair("change")
  start <- by_pair("start")
  arm <- sapply(pairs, function(p) as.numeric(heard[heard$pair == p, "arm"][1] == "a"))
  block <- factor(sapply(pairs, function(p) as.character(heard[heard$pair == p, "block"][1])))
  m <- length(means)

  tell(number, "mean", mean(means))
  ci <- t.test(means)$conf.int
  tell(number, "t_low", ci[1]); tell(number, "t_high", ci[2])
  walsh <- outer(means, means, "+") / 2
  tell(number, "shift", median(walsh[upper.tri(walsh, diag = TRUE)]))
  signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), m)))
  sums <- as.numeric(signs %*% means)
  tell(number, "p_flips", mean(abs(sums) >= abs(sum(means)) - 1e-9 * sum(abs(means))))
  # Hartigan 1969: the means of all subsets; a shift beyond the k-th of them is ruled out.
  subsets <- (signs + 1) / 2
  subsets <- subsets[rowSums(subsets) > 0, , drop = FALSE]
  typical <- sort(as.numeric(subsets %*% means) / rowSums(subsets))
  outside <- floor(0.025 * 2^m * (1 + 1e-9))
  if (outside >= 1) {
    tell(number, "shift_low", typical[outside])
    tell(number, "shift_high", rev(typical)[outside])
  }

  told <- escalc(measure = "SMCR", m1i = mean(heard$after), m2i = mean(heard$start), sd1i = sd(heard$start),
                 ni = nrow(heard), ri = cor(heard$start, heard$after))
  tell(number, "g", as.numeric(told$yi)); tell(number, "v", as.numeric(told$vi))
  left <- sapply(pairs, function(p) with(heard[heard$pair != p, ], g_of(start, after)))
  # boot's influence values by leaving one out are (m - 1)(whole - left); their spread gives the error.
  influence <- empinf(data = seq_along(pairs), statistic = function(data, i) {
    kept <- heard[heard$pair %in% pairs[i], ]
    g_of(kept$start, kept$after)
  }, type = "jack", stype = "i")
  tell(number, "jackknife", sqrt(sum((influence - mean(influence))^2) / (m * (m - 1))))
  stopifnot(all(abs(influence - mean(influence) + (m - 1) * (left - mean(left))) < 1e-8))

  several <- heard[heard$pair %in% names(which(table(heard$pair) > 1)), ]
  several$pair <- factor(several$pair)
  parts <- summary(aov(change ~ pair, several))[[1]]
  between <- parts[1, "Mean Sq"]; inside <- parts[2, "Mean Sq"]
  sizes <- as.numeric(table(several$pair))
  k <- (sum(sizes) - sum(sizes^2) / sum(sizes)) / (length(sizes) - 1)
  icc <- (between - inside) / (between + (k - 1) * inside)
  if (length(unique(sizes)) == 1) {
    # Of groups of one size, restricted maximum likelihood gives the same, below 0 too.
    same <- gls(change ~ 1, several, correlation = corCompSymm(form = ~ 1 | pair),
                control = glsControl(msTol = 1e-12, tolerance = 1e-12))
    rho <- as.numeric(coef(same$modelStruct$corStruct, unconstrained = FALSE))
    stopifnot(abs(rho - icc) < 1e-4)
  }
  tell(number, "icc", icc)
  f <- between / inside
  for (end in c("low", "high")) {
    q <- qf(if (end == "low") 0.975 else 0.025, parts[1, "Df"], parts[2, "Df"])
    tell(number, paste0("icc_", end), (f / q - 1) / (f / q + k - 1))
  }

  both <- sapply(block, function(b) length(unique(arm[block == b])) > 1)
  kept <- which(both)
  own <- of_the_arm(means[kept], arm[kept], start[kept], droplevels(block[kept]))
  ways <- within_blocks(arm[kept], droplevels(block[kept]))
  far <- apply(ways, 1, function(one) of_the_arm(means[kept], one, start[kept], droplevels(block[kept]))[2])
  tell(number, "difference", own[1])
  tell(number, "p_arms", mean(abs(far) >= abs(own[2]) * (1 - 1e-7)))
  exact <- oneway_test(means ~ factor(arm), distribution = "exact")
  tell(number, "p_plain", as.numeric(pvalue(exact)))
}

pool <- function(number, effects) {
  for (method in c("REML", "DL")) {
    plain <- rma(g, v, data = effects, method = method, control = list(threshold = 1e-12, maxiter = 10000))
    knha <- rma(g, v, data = effects, method = method, test = "knha", control = list(threshold = 1e-12, maxiter = 10000))
    tell(number, paste0(method, "_tau2"), plain$tau2)
    tell(number, paste0(method, "_mu"), as.numeric(plain$beta))
    tell(number, paste0(method, "_se"), plain$se)
    tell(number, paste0(method, "_low"), knha$ci.lb); tell(number, paste0(method, "_high"), knha$ci.ub)
  }
}

for (file in list.files(folder, pattern = "\\.csv$")) {
  number <- sub("\\.csv$", "", file)
  people(number, read.csv(file.path(folder, file)))
  pool(number, read.csv(file.path(folder, sub("\\.csv$", ".pool", file))))
}
