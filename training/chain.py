"""Linear-chain conditional random fields over label scores: the loss and the marginals. The start counts as label 0."""
import functools

import torch
import torch.nn.functional as F


@functools.lru_cache
def on(device, allowed):
    """The constant on a device; kept, since a GPU's recording cannot copy."""
    return allowed.to(device)


def limited(steps, allowed):
    return (steps if steps.dim() == 3 else steps[None]).masked_fill(~allowed, -1e4)


def sequence_loss(scores, labels, live, steps, allowed):
    """Negative log-likelihood of label sequences under a linear-chain CRF, summed over live words.

    scores (N, T, K), labels (N, T), live (N, T) with dead words last, steps (N, K, K) or (K, K), allowed (K, K). The
    start counts as label 0.
    """
    steps = limited(steps, allowed)
    n, t, k = scores.shape
    reach = scores[:, 0] + steps[:, 0]
    before = F.pad(labels, (1, 0))[:, :t]
    path = scores.gather(2, labels[..., None])[..., 0]
    path = path + steps.expand(n, k, k).reshape(n, k * k).gather(1, before * k + labels)
    for i in range(1, t):
        on = torch.logsumexp(reach[:, :, None] + steps, 1) + scores[:, i]
        reach = torch.where(live[:, i, None], on, reach)
    return (torch.logsumexp(reach, 1) - (path * live).sum(1)).sum()


def marginals(scores, live, steps, allowed):
    """Log-probability of each label of each word, (N, T, K), by forward and backward sums; shapes as in sequence_loss."""
    steps = limited(steps, allowed)
    scores = scores.float()
    n, t, k = scores.shape
    forward, backward = [scores[:, 0] + steps[:, 0]], [torch.zeros(n, k)]
    for i in range(1, t):
        forward.append(torch.logsumexp(forward[-1][:, :, None] + steps, 1) + scores[:, i])
    for i in range(t - 1, 0, -1):
        on = torch.logsumexp(steps + (scores[:, i] + backward[-1])[:, None, :], 2)
        backward.append(torch.where(live[:, i, None], on, backward[-1]))
    return (torch.stack(forward, 1) + torch.stack(backward[::-1], 1)).log_softmax(-1)


def total(scores, live, steps, allowed, best=False):
    """Log-sum of the weights of all label sequences, (N,), or the largest weight; shapes as in sequence_loss.

    The steps' matrices are multiplied pairwise, in log T rounds. The gradient by the scores is the marginals, or the best sequence.
    """
    steps = limited(steps, on(scores.device, allowed))
    k = scores.shape[2]
    one = torch.full((k, k), -1e4, device=scores.device).fill_diagonal_(0.0)
    m = torch.where(live[:, :, None, None], steps[:, None] + scores[:, :, None, :], one)
    while m.shape[1] > 1:
        if m.shape[1] % 2:
            m = torch.cat([m, one.expand(len(m), 1, k, k)], 1)
        pairs = m[:, 0::2, :, :, None] + m[:, 1::2, None, :, :]
        m = pairs.max(3).values if best else pairs.logsumexp(3)
    row = m[:, 0, 0]
    return row.max(1).values if best else row.logsumexp(1)
